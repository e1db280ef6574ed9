import { type Parts, textRows, workbook } from './build.ts'

/** An odd workbook and the rows it holds; undefined fields hold nothing. */
export interface Case {
  readonly parts: Parts
  readonly rows: readonly (readonly (string | undefined)[])[]
  /** Exceljs would read it otherwise or not at all. */
  readonly odd?: true
  /** What SheetJS shows otherwise, and why that is no fault of either. */
  readonly oracle?: string
}

const cell = (name: string, text: string, more = ''): string =>
  `<c r="${name}"${more}><v>${text}</v></c>`
const row = (number: number, cells: string): string => `<row r="${number}">${cells}</row>`
const long = 'ü'.repeat(32_767)

/** Workbooks as programs other than Excel write them, and as Excel writes what few people use. */
export const corpus: Readonly<Record<string, Case>> = {
  'inline texts with blanks at their edges': {
    parts: {
      rows: textRows([
        ['a', ' b '],
        ['\tc', 'two\nlines'],
      ]),
    },
    rows: [
      ['a', ' b '],
      ['\tc', 'two\nlines'],
    ],
  },
  'shared texts, rich text and phonetic guides': {
    parts: {
      strings: [
        '<si><t>plain</t></si>',
        '<si><r><t xml:space="preserve">rich </t></r><r><rPr><b/></rPr><t>text</t></r></si>',
        '<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/></si>',
        '<si><t xml:space="preserve"> edges 😀 </t></si>',
      ],
      rows: row(1, [0, 1, 2, 3].map((at) => cell(`${'ABCD'[at]}1`, String(at), ' t="s"')).join('')),
    },
    rows: [['plain', 'rich text', '東京', ' edges 😀 ']],
  },
  'numbers as short as they can be': {
    parts: {
      rows: row(
        1,
        cell('A1', '0.1') +
          cell('B1', '1E+21') +
          cell('C1', '007') +
          cell('D1', '4.50') +
          cell('E1', '0.30000000000000004') +
          cell('F1', '-0.00001'),
      ),
    },
    rows: [['0.1', '1e+21', '7', '4.5', '0.30000000000000004', '-0.00001']],
  },
  'integers longer than a number holds: trap 44': {
    parts: { rows: row(1, cell('A1', '12345678901234567890')) },
    rows: [['12345678901234567890']],
    odd: true,
    oracle: 'SheetJS reads a floating-point number.',
  },
  'flags and errors': {
    parts: {
      rows: row(
        1,
        cell('A1', '1', ' t="b"') + cell('B1', '0', ' t="b"') + cell('C1', '#DIV/0!', ' t="e"'),
      ),
    },
    rows: [['TRUE', 'FALSE', '#DIV/0!']],
  },
  'plain cells among others': {
    parts: {
      strings: ['<si><t>one</t></si>', '<si><r><t>two</t></r></si>', '<si><t>three</t></si>'],
      formats: ['0.0'],
      rows: [1, 2]
        .map((at) =>
          row(
            at,
            cell(`A${at}`, '0', ' t="s"') +
              cell(`B${at}`, '1', ' s="1" t="s"') +
              `<c r="C${at}"><f>1+1</f><v>2</v></c>${cell(`D${at}`, '2', ' t="s"')}\n` +
              `<c r="E${at}" s="1"/><c r="G${at}" t="inlineStr"><is><t>in</t></is></c>` +
              cell(`AB${at}`, 'a&lt;b', ' t="str"') +
              cell(`AC${at}`, '1.50', ' s="1"') +
              cell(`AD${at}`, '1', ' t="b"'),
          ),
        )
        .join(''),
    },
    rows: [1, 2].map(() => {
      const fields = new Array<string | undefined>(30).fill(undefined)
      const texts = { 0: 'one', 1: 'two', 2: '2', 3: 'three', 6: 'in' }
      return Object.assign(fields, texts, { 27: 'a<b', 28: '1.5', 29: 'TRUE' })
    }),
  },
  'results of formulas': {
    parts: {
      rows: row(
        1,
        '<c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>"a"</f><v>a</v></c>' +
          '<c r="C1" t="b"><f>TRUE()</f><v>1</v></c><c r="D1" t="e"><f>NA()</f><v>#N/A</v></c>',
      ),
    },
    rows: [['2', 'a', 'TRUE', '#N/A']],
  },
  'dates of the calendar since 1900': {
    parts: {
      formats: [14, 22, 21, 'yyyy\\-mm\\-dd', '[h]:mm', '0.00" days"'],
      rows: row(
        1,
        cell('A1', '1', ' s="1"') +
          cell('B1', '59', ' s="1"') +
          cell('C1', '61', ' s="4"') +
          cell('D1', '46000.5', ' s="2"') +
          cell('E1', '0.75', ' s="3"') +
          cell('F1', '1.25', ' s="5"') +
          cell('G1', '3', ' s="6"') +
          cell('H1', '46000.000011574', ' s="2"'),
      ),
    },
    rows: [
      [
        ...['1900-01-01', '1900-02-28', '1900-03-01', '2025-12-09T12:00:00', '18:00:00'],
        ...['30:00:00', '3', '2025-12-09T00:00:01'],
      ],
    ],
    odd: true,
    oracle: 'SheetJS makes dates of numbers in its own way; its numbers are compared below.',
  },
  'dates of the calendar since 1904': {
    parts: {
      since1904: true,
      formats: [14, 21],
      rows: row(
        1,
        cell('A1', '0', ' s="1"') + cell('B1', '44538', ' s="1"') + cell('C1', '0.5', ' s="2"'),
      ),
    },
    rows: [['1904-01-01', '2025-12-09', '12:00:00']],
    odd: true,
    oracle: 'As above.',
  },
  'rows and cells without references': {
    parts: {
      rows: '<row><c t="inlineStr"><is><t>a</t></is></c><c><v>1</v></c></row><row><c/><c><v>2</v></c></row>',
    },
    rows: [
      ['a', '1'],
      [undefined, '2'],
    ],
    odd: true,
  },
  'a prefix for every name': {
    parts: {
      rows: '',
      replaced: {
        'xl/worksheets/sheet1.xml':
          '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c><x:c r="C1"><x:v>3</x:v></x:c></x:row></x:sheetData></x:worksheet>',
      },
    },
    rows: [['a', undefined, '3']],
    odd: true,
  },
  'escaped characters, and what only looks escaped': {
    parts: {
      strings: [
        '<si><t>a_x000D_b</t></si>',
        '<si><t>_x005F_x0041_</t></si>',
        '<si><t>_x00zz_</t></si>',
      ],
      rows: row(1, [0, 1, 2].map((at) => cell(`${'ABC'[at]}1`, String(at), ' t="s"')).join('')),
    },
    rows: [['a\rb', '_x0041_', '_x00zz_']],
    odd: true,
  },
  'entities, CDATA and comments': {
    parts: {
      rows: row(
        1,
        '<!-- <c> --><c r="A1" t="inlineStr"><is><t>&lt;b&gt; &amp;amp; &#x1F600; &#233;</t></is></c>' +
          '<c r="B1" t="inlineStr"><is><t><![CDATA[</row> & <t>]]></t></is></c>',
      ),
    },
    rows: [['<b> &amp; 😀 é', '</row> & <t>']],
    odd: true,
    oracle: 'SheetJS does not look for CDATA in texts of cells.',
  },
  'gaps between cells and rows, and cells that are only styled': {
    parts: {
      formats: ['0.0'],
      rows:
        row(1, cell('A1', '1') + cell('D1', '4')) +
        row(3, '<c r="B3" s="1"/>') +
        row(4, `${cell('B4', '2')}<c r="C4" s="1"/>`),
    },
    rows: [
      ['1', undefined, undefined, '4'],
      [undefined, '2'],
    ],
  },
  'empty texts, which are not nothing': {
    parts: {
      rows: row(1, '<c r="A1" t="str"><v></v></c><c r="B1" t="inlineStr"><is><t/></is></c>'),
    },
    rows: [['', '']],
    odd: true,
    oracle: 'SheetJS leaves empty texts out.',
  },
  'merged cells, whose text stands once': {
    parts: {
      rows: row(1, `${cell('A1', '1')}<c r="B1"/>${cell('C1', '3')}`),
      behind: '<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>',
    },
    rows: [['1', undefined, '3']],
  },
  'a cell as full as it can be: trap 41': {
    parts: { rows: textRows([['Text'], [long]]) },
    rows: [['Text'], [long]],
  },
  'a hidden sheet before the one that is shown': {
    parts: { rows: textRows([['secret']]), state: 'hidden' },
    rows: [['Text'], ['of the second sheet']],
  },
  'relations that begin with a slash, and names in other case': {
    parts: {
      rows: '',
      replaced: {
        'xl/_rels/workbook.xml.rels':
          '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="/xl/worksheets/Sheet1.xml"/></Relationships>',
        'xl/worksheets/sheet1.xml': `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${textRows([['a']])}</sheetData></worksheet>`,
      },
    },
    rows: [['a']],
    odd: true,
  },
}

/** The workbook of a case. */
export function bytesOf({ parts }: Case): Promise<Uint8Array> {
  return workbook(parts)
}

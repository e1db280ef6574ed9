import { read as oracleRead, utils } from '@e965/xlsx'
import { emptySchema, type LabeledDocument } from '@labelport/model'
import JSZip from 'jszip'
import { describe, expect, it } from 'vitest'
import { loadExceljs } from '../src/exceljs.ts'
import { unescaped } from '../src/read/cell-text.ts'
import { escaped } from '../src/write/fit.ts'
import { configured, read, table, write } from './session.ts'

function document(texts: readonly string[], more: Partial<LabeledDocument> = {}): LabeledDocument {
  return {
    id: 'd',
    name: 'a.csv',
    tasks: ['row'],
    cells: texts.map((text, row) => ({ row, column: 0, text })),
    columns: [{ name: 'Text' }],
    media: [],
    annotations: [],
    comments: [],
    schema: emptySchema,
    ...more,
  }
}

async function written(texts: readonly string[], options: Record<string, string> = {}) {
  const { files, ledger } = await write([document(texts)], configured(options))
  const bytes = files.get('a.csv.xlsx') ?? new Uint8Array()
  const entries = ledger.entries.map(({ effect, code, count }) => [effect, code, count])
  return { bytes, entries }
}

const texts = [
  ' edges ',
  'two\nlines',
  'a\r\nb',
  '\t',
  '',
  '007',
  '=1+1',
  '<b> & "c" &amp;',
  '_x0041_x0042_',
  '\u0001\u007f\uffff',
  'Zoë 😀 שלום e\u0301',
]

describe('texts', () => {
  it('come back whatever they hold, formulas as text: traps 38 and 42', async () => {
    const { bytes, entries } = await written(texts)
    expect(table((await read(bytes)).documents).flat()).toEqual(texts)
    expect(entries).toEqual([])
  })

  it('are read alike by SheetJS, and none is a formula: trap 42', async () => {
    const ordinary = texts.filter((text) => text !== '' && escaped(text) === text)
    const { bytes } = await written(ordinary)
    const book = oracleRead(bytes)
    const sheet = book.Sheets.Sheet1 ?? {}
    expect(utils.sheet_to_json(sheet, { header: 1 }).flat()).toEqual(['Text', ...ordinary])
    expect(utils.sheet_to_formulae(sheet).filter((one) => !one.includes("='"))).toEqual([])
  })

  it('beyond the limit of a cell are left out or cut, and the account says so: trap 41', async () => {
    const long = ['x'.repeat(32_768), 'y'.repeat(32_767), `${'z'.repeat(32_766)}😀`]
    const rejected = await written(long)
    expect(rejected.entries).toEqual([['dropped', 'xlsx/text-too-long', 2]])
    const back = table((await read(rejected.bytes)).documents).flat()
    expect(back.map((text) => text.length)).toEqual([0, 32_767, 0])
    const cut = await written(long, { long: 'cut' })
    expect(cut.entries).toEqual([['changed', 'xlsx/text-cut', 2]])
    expect(table((await read(cut.bytes)).documents).map(([text]) => text?.length)).toEqual([
      32_767, 32_767, 32_766,
    ])
  })

  it('with half a character are changed, and the account says so: trap 3', async () => {
    const { bytes, entries } = await written(['d\ud83d'])
    expect(entries).toEqual([['changed', 'xlsx/half-character', 1]])
    expect(table((await read(bytes)).documents)).toEqual([['d\uFFFD']])
  })

  it('that look escaped are escaped themselves', () => {
    for (const text of ['_x0041_', '__x0041_', '_x0041_x0042_', '_x005F_x0041_', '_x00zz_']) {
      expect(unescaped(escaped(text))).toBe(text)
    }
  })
})

describe('workbooks', () => {
  it('carry no time, so that equal documents give equal bytes', async () => {
    const { bytes } = await written(['a'])
    const zip = await JSZip.loadAsync(bytes)
    expect(new Set(Object.values(zip.files).map(({ date }) => date.getFullYear()))).toEqual(
      new Set([1980]),
    )
    const core = await zip.file('docProps/core.xml')?.async('string')
    expect(core?.match(/\d{4}-\d\d-\d\dT[\d:]+Z/g)).toEqual([
      '1980-01-01T00:00:00Z',
      '1980-01-01T00:00:00Z',
    ])
  })

  it('are read alike by exceljs, texts of every kind and length', async () => {
    const long = Array.from(
      { length: 3000 },
      (_, row) => `row ${row} é植🌿 ${'x'.repeat(row % 50)}`,
    )
    const ordinary = [...texts, ...long].filter((text) => text !== '' && escaped(text) === text)
    const { bytes } = await written(ordinary)
    const { Workbook } = await loadExceljs()
    const workbook = new Workbook()
    await workbook.xlsx.load(new Uint8Array(bytes).buffer)
    const found: string[] = []
    workbook.getWorksheet('Sheet1')?.eachRow((row) => found.push(row.getCell(1).text))
    expect(found).toEqual(['Text', ...ordinary])
  })

  it('hold columns behind Z under their names', async () => {
    const names = Array.from({ length: 703 }, (_, column) => `c${column}`)
    const cells = names.map((text, column) => ({ row: 0, column, text }))
    const { files } = await write([
      document([], { cells, columns: names.map((name) => ({ name })) }),
    ])
    const [bytes = new Uint8Array()] = files.values()
    const sheet = oracleRead(bytes).Sheets.Sheet1 ?? {}
    expect([sheet.Z2?.v, sheet.AA2?.v, sheet.ZZ2?.v, sheet.AAA2?.v]).toEqual([
      ...['c25', 'c26', 'c701', 'c702'],
    ])
  })

  it('of documents of one name stay apart', async () => {
    const { files } = await write([document(['a']), document(['b'])])
    expect([...files.keys()]).toEqual(['a.csv.xlsx', 'a.csv (2).xlsx'])
  })

  it('of segments are one, without its end too', async () => {
    const first = document(['a'], { segment: { index: 0, last: false } })
    const cells = [{ row: 1, column: 0, text: 'b' }]
    const { files } = await write([first, { ...first, cells, segment: { index: 1, last: false } }])
    expect(files.size).toBe(1)
    const [bytes = new Uint8Array()] = files.values()
    expect(table((await read(bytes)).documents)).toEqual([['a'], ['b']])
  })
})

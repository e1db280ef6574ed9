import JSZip from 'jszip'

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'

/** The parts of a workbook that a case says in XML of its own. */
export interface Parts {
  /** What stands in `sheetData` of the first sheet, and behind it. */
  readonly rows: string
  readonly behind?: string
  /** The `si` elements of the shared texts. */
  readonly strings?: readonly string[]
  /** Format codes of the styles 1, 2, …; a number is a format every workbook knows. */
  readonly formats?: readonly (string | number)[]
  readonly since1904?: boolean
  /** The state of the first sheet; there is a second, visible one when it is hidden. */
  readonly state?: 'hidden'
  /** Parts that take the place of others. */
  readonly replaced?: Readonly<Record<string, string>>
}

/** A workbook as a zip with a fixed date. */
export async function workbook(parts: Parts): Promise<Uint8Array> {
  const { rows, behind = '', strings = [], formats = [], since1904 = false, state } = parts
  const second = state === undefined ? '' : '<sheet name="Shown" sheetId="2" r:id="rId4"/>'
  const files: Record<string, string> = {
    '[Content_Types].xml': `${declaration}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/worksheets/sheet2.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>`,
    '_rels/.rels': `${declaration}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr${since1904 ? ' date1904="1"' : ''}/><sheets><sheet name="Data"${state === undefined ? '' : ` state="${state}"`} sheetId="1" r:id="rId1"/>${second}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${declaration}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="${office}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId4" Type="${office}/worksheet" Target="worksheets/sheet2.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `${declaration}<worksheet xmlns="${main}"><sheetData>${rows}</sheetData>${behind}</worksheet>`,
    'xl/worksheets/sheet2.xml': `${declaration}<worksheet xmlns="${main}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Text</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>of the second sheet</t></is></c></row></sheetData></worksheet>`,
    'xl/styles.xml': styles(formats),
    'xl/sharedStrings.xml': `${declaration}<sst xmlns="${main}" count="${strings.length}" uniqueCount="${strings.length}">${strings.join('')}</sst>`,
    ...parts.replaced,
  }
  const zip = new JSZip()
  const date = new Date(Date.UTC(2000, 0, 1))
  for (const [name, text] of Object.entries(files)) zip.file(name, text, { date })
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })
}

function styles(formats: readonly (string | number)[]): string {
  const codes = formats.flatMap((format, at) =>
    typeof format === 'string' ? [{ id: 200 + at, code: format }] : [],
  )
  const custom = codes.map(({ id, code }) => `<numFmt numFmtId="${id}" formatCode="${xml(code)}"/>`)
  const ids = [0, ...formats.map((format, at) => (typeof format === 'number' ? format : 200 + at))]
  const used = ids.map(
    (id) =>
      `<xf numFmtId="${id}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`,
  )
  return `${declaration}<styleSheet xmlns="${main}">${custom.length > 0 ? `<numFmts count="${custom.length}">${custom.join('')}</numFmts>` : ''}<fonts count="1"><font><sz val="11"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs><cellXfs count="${ids.length}">${used.join('')}</cellXfs></styleSheet>`
}

/** A text inside of XML. */
export function xml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}

/** Rows of inline texts, with references. */
export function textRows(rows: readonly (readonly string[])[]): string {
  return rows
    .map((texts, row) => {
      const cells = texts.map(
        (text, column) =>
          `<c r="${String.fromCharCode(65 + column)}${row + 1}" t="inlineStr"><is><t xml:space="preserve">${xml(text)}</t></is></c>`,
      )
      return `<row r="${row + 1}">${cells.join('')}</row>`
    })
    .join('')
}

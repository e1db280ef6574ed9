import { seeded } from '../random.mjs'
import { header, visit } from './csv.mjs'
import { zipWriter } from './zip.mjs'

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const parts = {
  '[Content_Types].xml': `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${sheetType}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${sheetType}.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${sheetType}.sharedStrings+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Visits" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
}

const numbers = new Set(['id', 'stars'])

/** The rows of the large CSV as Excel would keep them: numbers as numbers, texts once in a table of their own. */
export function visitsWorkbook(path, { rows, seed }) {
  const random = seeded(seed)
  const numberOf = new Map()
  let uses = 0
  const cell = (text, column, row) => {
    const place = `${String.fromCharCode(65 + column)}${row}`
    if (row > 1 && numbers.has(header[column])) return `<c r="${place}"><v>${text}</v></c>`
    if (!numberOf.has(text)) numberOf.set(text, numberOf.size)
    uses += 1
    return `<c r="${place}" t="s"><v>${numberOf.get(text)}</v></c>`
  }
  const row = (texts, number) =>
    `<row r="${number}" spans="1:${texts.length}">${texts.map((text, column) => cell(text, column, number)).join('')}</row>`
  const sheet = [row(header, 1)]
  for (let at = 0; at < rows; at += 1) sheet.push(row(visit(random, at), at + 2))
  const strings = [...numberOf.keys()].map(
    (text) =>
      `<si><t${/^\s|\n|\s$/.test(text) ? ' xml:space="preserve"' : ''}>${xml(text)}</t></si>`,
  )
  const zip = zipWriter(path)
  const add = (name, text) => zip.add(name, Buffer.from(head + text))
  for (const [name, text] of Object.entries(parts)) add(name, text)
  add(
    'xl/worksheets/sheet1.xml',
    `<worksheet xmlns="${main}"><sheetData>${sheet.join('')}</sheetData></worksheet>`,
  )
  add(
    'xl/sharedStrings.xml',
    `<sst xmlns="${main}" count="${uses}" uniqueCount="${strings.length}">${strings.join('')}</sst>`,
  )
  zip.close()
}

function xml(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

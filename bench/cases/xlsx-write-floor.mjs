// A workbook written by hand: the sheet as it comes through one deflate, nothing kept.
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { crc32, createDeflateRaw } from 'node:zlib'
import { rowAt, rowCount } from './xlsx-write-rows.mjs'

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const rels = 'http://schemas.openxmlformats.org/package/2006/relationships'
const types = 'http://schemas.openxmlformats.org/package/2006/content-types'
const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const parts = [
  [
    '[Content_Types].xml',
    `${head}<Types xmlns="${types}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${sheetType}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${sheetType}.worksheet+xml"/></Types>`,
  ],
  [
    '_rels/.rels',
    `${head}<Relationships xmlns="${rels}"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  ],
  [
    'xl/workbook.xml',
    `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Sheet1" sheetId="1" r:id="r1"/></sheets></workbook>`,
  ],
  [
    'xl/_rels/workbook.xml.rels',
    `${head}<Relationships xmlns="${rels}"><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
  ],
  ['xl/worksheets/sheet1.xml', sheet()],
]

function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

function* sheet() {
  yield `${head}<worksheet xmlns="${main}"><sheetData>`
  let text = ''
  for (let row = 0; row < rowCount; row += 1) {
    text += `<row r="${row + 1}">`
    const fields = rowAt(row)
    for (let column = 0; column < fields.length; column += 1) {
      const place = `${String.fromCharCode(65 + column)}${row + 1}`
      text += `<c r="${place}" t="inlineStr"><is><t>${escaped(fields[column])}</t></is></c>`
    }
    text += '</row>'
    if (text.length < 65_536) continue
    yield text
    text = ''
  }
  yield `${text}</sheetData></worksheet>`
}

const file = createWriteStream(process.argv[2])
let at = 0
const write = async (bytes) => {
  at += bytes.length
  if (!file.write(bytes)) await once(file, 'drain')
}
const directory = []
for (const [name, content] of parts) {
  const path = Buffer.from(name)
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt16LE(20, 4)
  header.writeUInt16LE(8, 6)
  header.writeUInt16LE(8, 8)
  header.writeUInt16LE(path.length, 26)
  const offset = at
  await write(Buffer.concat([header, path]))
  const begin = at
  const deflate = createDeflateRaw()
  const packing = (async () => {
    for await (const chunk of deflate) await write(chunk)
  })()
  let crc = 0
  let size = 0
  for (const piece of typeof content === 'string' ? [content] : content) {
    const bytes = Buffer.from(piece)
    crc = crc32(bytes, crc)
    size += bytes.length
    if (!deflate.write(bytes)) await once(deflate, 'drain')
  }
  deflate.end()
  await packing
  const sums = Buffer.alloc(16)
  sums.writeUInt32LE(0x08074b50, 0)
  sums.writeUInt32LE(crc, 4)
  sums.writeUInt32LE(at - begin, 8)
  sums.writeUInt32LE(size, 12)
  await write(sums)
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50, 0)
  header.copy(entry, 6, 4, 14)
  sums.copy(entry, 16, 4, 16)
  entry.writeUInt16LE(path.length, 28)
  entry.writeUInt32LE(offset, 42)
  directory.push(Buffer.concat([entry, path]))
}
const listed = Buffer.concat(directory)
const end = Buffer.alloc(22)
end.writeUInt32LE(0x06054b50, 0)
end.writeUInt16LE(parts.length, 8)
end.writeUInt16LE(parts.length, 10)
end.writeUInt32LE(listed.length, 12)
end.writeUInt32LE(at, 16)
await write(Buffer.concat([listed, end]))
file.end()
await once(file, 'finish')

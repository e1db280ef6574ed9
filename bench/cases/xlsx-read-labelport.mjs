// A workbook read into model rows, nothing kept.
import { readDocuments } from '@labelport/format'
import { xlsx } from '@labelport/format-xlsx'
import { fileSource } from '@labelport/node'

let rows = 1
let characters = 0
const report = ({ severity, message }) => {
  if (severity === 'error') throw new Error(message)
}
const source = fileSource(process.argv[2], 'visits.xlsx')
for await (const document of readDocuments(xlsx, source, { report })) {
  rows += document.cells.length / document.columns.length
  for (const cell of document.cells) characters += cell.text.length
  if ((document.segment?.index ?? 0) > 0) continue
  for (const { name } of document.columns) characters += name.length
}
console.log(JSON.stringify({ rows, characters }))

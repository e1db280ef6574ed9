// A CSV read into model rows, nothing kept.
import { readDocuments } from '@labelport/format'
import { csv } from '@labelport/format-csv'
import { fileSource } from '@labelport/node'

let rows = 0
let characters = 0
const report = ({ severity, message }) => {
  if (severity === 'error') throw new Error(message)
}
for await (const document of readDocuments(csv, fileSource(process.argv[2], 'visits.csv'), {
  report,
})) {
  rows += document.cells.length / document.columns.length
  for (const cell of document.cells) characters += cell.text.length
}
console.log(JSON.stringify({ rows, characters }))

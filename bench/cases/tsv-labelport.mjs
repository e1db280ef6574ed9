// A TSV_IOB file read into the model; `keep` holds every document, `stream` none.
import { readDocuments } from '@labelport/format'
import { tsvIob } from '@labelport/format-tsv-iob'
import { fileSource } from '@labelport/node'

const [path, mode] = process.argv.slice(2)
const kept = []
let rows = 0
let tokens = 0
const report = ({ severity, message }) => {
  if (severity === 'error') throw new Error(message)
}
for await (const document of readDocuments(tsvIob, fileSource(path, 'notes.tsv'), { report })) {
  rows += document.cells.length
  for (const cell of document.cells) tokens += cell.tokens.length / 2
  if (mode === 'keep') kept.push(document)
}
console.log(JSON.stringify({ rows, tokens, kept: kept.length }))

// One document, read by the format from the disk: parsed, checked, mapped to the model and validated, nothing kept.
import { readDocuments } from '@labelport/format'
import { jsonAdvanced } from '@labelport/format-json-advanced'
import { fileSource } from '@labelport/node'

const report = (diagnostic) => {
  throw new Error(diagnostic.message)
}
let rows = 0
let labels = 0
for await (const document of readDocuments(jsonAdvanced, fileSource(process.argv[2]), { report })) {
  rows += document.cells.length
  labels += document.annotations.length
}
console.log(JSON.stringify({ rows, labels }))

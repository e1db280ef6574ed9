// Documents in memory, each read by the format: parsed, checked, mapped to the model and validated.
import { readFileSync } from 'node:fs'
import { memorySource, readDocuments } from '@labelport/format'
import { jsonAdvanced } from '@labelport/format-json-advanced'

const report = (diagnostic) => {
  throw new Error(diagnostic.message)
}
let rows = 0
for (const line of readFileSync(process.argv[2], 'utf8').split('\n')) {
  if (line === '') continue
  const source = memorySource('note.txt.json', line)
  for await (const document of readDocuments(jsonAdvanced, source, { report }))
    rows += document.cells.length
}
console.log(JSON.stringify({ rows }))

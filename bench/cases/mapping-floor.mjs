// Documents in memory, each parsed as JSON.
import { readFileSync } from 'node:fs'

let rows = 0
for (const line of readFileSync(process.argv[2], 'utf8').split('\n')) {
  if (line !== '') rows += JSON.parse(line).sentences.length
}
console.log(JSON.stringify({ rows }))

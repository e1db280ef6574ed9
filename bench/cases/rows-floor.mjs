// Rows of tokens and tags as JSON Lines, by hand.
import { batchedWriter } from '../lines.mjs'
import { tokenRows } from './token-rows.mjs'

const [count, output] = process.argv.slice(2)
const out = batchedWriter(output)
let row = 0
for (const { tokens, first, end, label } of tokenRows(Number(count))) {
  const tags = new Array(tokens.length).fill(0)
  if (label !== undefined) {
    tags.fill(2 * label + 2, first, end)
    tags[first] = 2 * label + 1
  }
  out.write(`${JSON.stringify({ id: `rows:${row}`, document: 'rows', row, tokens, tags })}\n`)
  row += 1
}
out.close()
console.log(JSON.stringify({ rows: row }))

// A TSV_IOB file read with an indexOf loop that keeps every token and tag as a string.
import { readFileSync } from 'node:fs'

const text = readFileSync(process.argv[2], 'utf8')
const rows = []
let tokens = []
let tags = []
let count = 0
for (let at = 0, end = text.indexOf('\n'); end !== -1; at = end + 1, end = text.indexOf('\n', at)) {
  if (end === at) {
    rows.push({ tokens, tags })
    tokens = []
    tags = []
    continue
  }
  const tab = text.indexOf('\t', at)
  tokens.push(text.slice(at, tab))
  tags.push(text.slice(tab + 1, end))
  count += 1
}
console.log(JSON.stringify({ rows: rows.length, tokens: count }))

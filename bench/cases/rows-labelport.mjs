// Rows of tokens and tags as a data set, from documents in segments of 500 rows.
import { writeDocuments } from '@labelport/format'
import { alignTokens, TokenBuffer } from '@labelport/model'
import { writeDirectory } from '@labelport/node'
import { huggingface } from '@labelport/target-huggingface'
import { labels, tokenRows } from './token-rows.mjs'

const [files, count, folder] = process.argv.slice(2)
const segmentRows = 500
const rows = Number(count)

const schema = {
  labelSets: [
    {
      id: 'set',
      appliesTo: 'text',
      labels: labels.map((name) => ({ id: name, name })),
    },
  ],
  questions: [],
}

async function* documents() {
  let cells = []
  let annotations = []
  let buffer = new TokenBuffer()
  let row = 0
  for (const { tokens, first, end, label } of tokenRows(rows)) {
    const text = tokens.join(' ')
    const cell = { row, column: 0, text, tokens: alignTokens(text, tokens, buffer).tokens }
    if (label !== undefined) {
      annotations.push({
        type: 'span',
        id: String(row),
        labelSet: 'set',
        label: labels[label],
        target: {
          cell: cells.length,
          start: cell.tokens[2 * first],
          end: cell.tokens[2 * end - 1],
        },
        origin: { by: 'labeler' },
      })
    }
    cells.push(cell)
    row += 1
    if (cells.length < segmentRows && row < rows) continue
    const index = Math.ceil(row / segmentRows) - 1
    yield {
      id: 'rows',
      name: 'rows',
      segment: { index, last: row === rows },
      tasks: ['token'],
      cells,
      media: [],
      annotations,
      comments: [],
      schema,
    }
    cells = []
    annotations = []
    buffer = new TokenBuffer()
  }
}

const format = huggingface.configure({ files, task: 'tokens' })
const { parts, ledger } = writeDocuments(format, documents(), { report: () => {} })
await writeDirectory(parts, folder)
if (ledger().entries.length > 0) throw new Error('Something was lost.')
console.log(JSON.stringify({ rows }))

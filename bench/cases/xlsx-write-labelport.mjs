// A workbook written by labelport from documents in segments of 500 rows.
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { writeDocuments } from '@labelport/format'
import { xlsx } from '@labelport/format-xlsx'
import { rowAt, rowCount } from './xlsx-write-rows.mjs'

const segmentRows = 500
const columns = ['No', 'Text', 'Genre', 'Sum', 'Note', 'Day'].map((name) => ({ name }))

async function* documents() {
  for (let from = 0; from < rowCount; from += segmentRows) {
    const cells = []
    for (let row = from; row < from + segmentRows; row += 1) {
      const fields = rowAt(row)
      for (let column = 0; column < fields.length; column += 1) {
        cells.push({ row, column, text: fields[column] })
      }
    }
    yield {
      id: 'a',
      name: 'a',
      segment: { index: from / segmentRows, last: from + segmentRows === rowCount },
      tasks: ['row'],
      columns,
      cells,
      media: [],
      annotations: [],
      comments: [],
      schema: { labelSets: [], questions: [] },
    }
  }
}

const file = createWriteStream(process.argv[2])
const { parts, ledger } = writeDocuments(xlsx, documents(), { report: () => {} })
for await (const { chunk } of parts) if (!file.write(chunk)) await once(file, 'drain')
if (ledger().entries.length > 0) throw new Error('Something was lost.')
file.end()
await once(file, 'finish')

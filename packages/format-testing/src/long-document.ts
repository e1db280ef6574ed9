import {
  type Cell,
  emptySchema,
  type LabeledDocument,
  type Task,
  TokenBuffer,
} from '@labelport/model'

const segments = 60
const rowsPerSegment = 1000
const text = 'Zoë watched 12 grey geese cross the cold fjord at dawn 🪿'

/** A document of sixty thousand rows in sixty segments; a table for formats of tables. */
export function longDocument(tasks: readonly Task[]): readonly LabeledDocument[] {
  const table = tasks.includes('row') && !tasks.includes('token')
  const buffer = new TokenBuffer()
  return Array.from({ length: segments }, (_, index) => ({
    id: 'long',
    name: 'long.txt',
    segment: { index, last: index === segments - 1 },
    tasks: [table ? 'row' : 'token'],
    cells: Array.from({ length: rowsPerSegment }, (_, row) =>
      cellOf(index * rowsPerSegment + row, buffer),
    ),
    ...(table ? { columns: [{ name: 'Text' }] } : {}),
    media: [],
    annotations: [],
    comments: [],
    schema: emptySchema,
  }))
}

function cellOf(row: number, buffer: TokenBuffer): Cell {
  let start = 0
  for (const word of text.split(' ')) {
    buffer.add(start, start + word.length)
    start += word.length + 1
  }
  return { row, column: 0, text, tokens: buffer.take() }
}

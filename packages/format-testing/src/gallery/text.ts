import { type Cell, TokenBuffer } from '@labelport/model'
import { rows, tableDocument, textDocument, tokenizedCell } from './base.ts'

/** Documents whose point is their text, cells or media. */
export const textGallery = {
  text: textDocument('text', {}),
  'cell.hidden': textDocument('cell.hidden', {
    cells: [
      tokenizedCell(0, rows[0]),
      tokenizedCell(1, 'not for training 🙈', { status: 'hidden' }),
      tokenizedCell(2, 'gone for good', { status: 'deleted' }),
      tokenizedCell(3, rows[1]),
    ],
  }),
  table: tableDocument('table', {}),
  tokens: textDocument('tokens', {}),
  whitespace: textDocument('whitespace', {
    cells: [
      tokensOf(0, '  two  blanks, and\u00a0no-break ', ['two', 'blanks', ',', 'and', 'no-break']),
      tokensOf(1, "don't split 👍🏽.", ['do', "n't", 'split', '👍🏽', '.']),
    ],
  }),
  speaker: textDocument('speaker', {
    tasks: ['conversation'],
    cells: rows.map((text, row) =>
      tokenizedCell(row, text, { metadata: [{ key: 'speaker', value: `Spëaker ${row}` }] }),
    ),
  }),
  metadata: textDocument('metadata', {
    cells: rows.map((text, row) =>
      tokenizedCell(row, text, {
        metadata: [
          { key: 'page', value: String(row) },
          { key: 'link', value: 'https://example.org/ü', pinned: true, type: 'text/uri-list' },
        ],
      }),
    ),
  }),
  media: textDocument('media', {
    tasks: ['box'],
    media: [
      {
        type: 'image',
        url: 'https://example.org/a.png',
        pages: [{ index: 0, width: 640, height: 480 }],
      },
    ],
  }),
}

function tokensOf(row: number, text: string, words: readonly string[]): Cell {
  const buffer = new TokenBuffer(64)
  let end = 0
  for (const word of words) {
    const start = text.indexOf(word, end)
    end = start + word.length
    buffer.add(start, end)
  }
  return { row, column: 0, text, tokens: buffer.take() }
}

import { type Cell, type LabeledDocument, type LabelSchema, TokenBuffer } from '@labelport/model'
import { spanOf } from './tokens.ts'

/** Labels for text and boxes, and a question about the document. */
export const mixedSchema = {
  labelSets: [
    {
      id: 'set',
      name: 'Entities',
      appliesTo: 'text',
      labels: [
        { id: 'p', name: 'Person' },
        { id: 'l', name: 'Place "east" # 😀' },
      ],
    },
    { id: 'boxes', appliesTo: 'box', labels: [{ id: 't', name: 'Total' }] },
  ],
  questions: [
    {
      id: 'mood',
      text: 'Mood',
      about: { type: 'document' },
      type: 'choice',
      multiple: true,
      options: [
        { id: 'g', name: 'glad 😀' },
        { id: 'c', name: 'calm' },
      ],
    },
  ],
} as const satisfies LabelSchema

/** Rows beyond ASCII: an emoji before labels, right to left, a combining mark, quotes and line breaks. */
export const mixedRows = ['Zoë met 😀 "Łódź"', '', 'שלום e\u0301lan', '=1+1\r\nnext, line'] as const

/** A cell whose tokens lie between white space. */
export function wordsOf(row: number, text: string, more: Partial<Cell> = {}): Cell {
  const buffer = new TokenBuffer()
  for (const { index, 0: token } of text.matchAll(/\S+/g)) buffer.add(index, index + token.length)
  return { row, column: 0, text, tokens: buffer.take(), ...more }
}

/** A document of these rows, with nothing said about them. */
export function mixedDocument(parts: Partial<LabeledDocument> = {}): LabeledDocument {
  return {
    id: 'd1',
    name: 'a.txt',
    tasks: ['token'],
    cells: mixedRows.map((text, row) => wordsOf(row, text)),
    media: [],
    annotations: [],
    comments: [],
    schema: mixedSchema,
    ...parts,
  }
}

/** One annotation of every kind, and a comment. */
export function everything(): LabeledDocument {
  const origin = {
    by: 'labeler',
    user: { email: 'zoe@example.org' },
    confidence: 0.5,
    createdAt: '2026-01-02T03:04:05.678Z',
  } as const
  const points = [
    { x: 10, y: 20.5 },
    { x: 110, y: 20.5 },
    { x: 110, y: 60 },
    { x: 10, y: 60 },
  ]
  return mixedDocument({
    part: 1,
    project: { id: '7', name: 'Férries' },
    cabinet: { role: 'labeler', user: { email: 'zoe@example.org' }, folder: 'DOCUMENT-zoe' },
    media: [
      { type: 'pdf', url: 'https://example.org/a', pages: [{ index: 0, width: 600, height: 800 }] },
    ],
    annotations: [
      spanOf('s1', 'p', [0, 0, 3], { origin }),
      spanOf('s2', 'l', [0, 12, 16]),
      spanOf('s3', 'p', [2, 0, 4], { endCell: 3 }),
      { type: 'relation', id: 'r', labelSet: 'set', from: 's1', to: 's2', origin },
      {
        type: 'answer',
        id: 'a',
        question: 'mood',
        about: { type: 'document' },
        value: { type: 'choice', options: ['c', 'g'] },
        origin,
      },
      {
        type: 'box',
        id: 'b',
        labelSet: 'boxes',
        label: 't',
        shapes: [{ page: 0, points }],
        caption: '=Zoë 😀',
        origin,
      },
      { type: 'timestamp', id: 't', startMs: 250, endMs: 1750.5, origin },
    ],
    comments: [
      {
        id: 'c',
        text: 'Really?\nYes.',
        about: { type: 'annotation', id: 's1' },
        by: { name: 'Zoë Example' },
      },
    ],
  })
}

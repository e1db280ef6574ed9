import {
  type Answer,
  type AnswerTarget,
  type AnswerValue,
  type Box,
  type Cell,
  emptySchema,
  type LabeledDocument,
  type LabelSchema,
  type Relation,
  type Span,
  type Timestamp,
  TokenBuffer,
  unknownOrigin,
} from '@labelport/model'

/** Labels for text and boxes, and a question of every kind with a column of its own. */
export const schema = {
  labelSets: [
    {
      id: 'text',
      appliesTo: 'text',
      labels: [
        { id: 'p', name: 'Person' },
        { id: 'l', name: 'Place "east" # 😀' },
      ],
    },
    { id: 'box', appliesTo: 'box', labels: [{ id: 't', name: 'Total' }] },
  ],
  questions: [
    {
      id: 'mood',
      text: 'Mood',
      about: { type: 'row' },
      type: 'choice',
      options: [
        { id: 'g', name: 'glad' },
        { id: 'c', name: 'calm' },
      ],
    },
    {
      id: 'tags',
      text: 'Tags',
      about: { type: 'row' },
      type: 'choice',
      multiple: true,
      options: [{ id: 'x', name: 'new' }],
    },
    { id: 'sure', text: 'Sure?', about: { type: 'row' }, type: 'flag' },
    { id: 'grade', text: 'Grade', about: { type: 'row' }, type: 'slider' },
    { id: 'why', text: 'constructor', about: { type: 'row' }, type: 'text', multiple: true },
    { id: 'day', text: 'Day', about: { type: 'document' }, type: 'date' },
    {
      id: 'lines',
      text: 'Lines',
      about: { type: 'document' },
      type: 'group',
      questions: [{ id: 'sum', text: 'Sum', about: { type: 'document' }, type: 'slider' }],
    },
  ],
} as const satisfies LabelSchema

/** Rows beyond ASCII, one of them without a token. */
export const rows = ['Zoë met 😀 in Łódź', '', 'שלום e\u0301lan'] as const

export function cellOf(row: number, text: string, more: Partial<Cell> = {}): Cell {
  const buffer = new TokenBuffer()
  for (const { index, 0: token } of text.matchAll(/[^ ]+/g)) buffer.add(index, index + token.length)
  return { row, column: 0, text, tokens: buffer.take(), ...more }
}

export function documentOf(parts: Partial<LabeledDocument> = {}): LabeledDocument {
  return {
    id: 'd1',
    name: 'a.txt',
    tasks: ['token'],
    cells: rows.map((text, row) => cellOf(row, text)),
    media: [],
    annotations: [],
    comments: [],
    schema,
    ...parts,
  }
}

/** A table without tokens. */
export function tableOf(
  columns: readonly string[],
  table: readonly (readonly string[])[],
  parts: Partial<LabeledDocument> = {},
): LabeledDocument {
  const cells = table.flatMap((texts, row) => texts.map((text, column) => ({ row, column, text })))
  return documentOf({ tasks: ['row'], columns: columns.map((name) => ({ name })), cells, ...parts })
}

export function spanOf(
  id: string,
  label: string,
  [cell, start, end]: readonly [number, number, number],
  more: Partial<Span> & { readonly endCell?: number } = {},
): Span {
  const { endCell, ...rest } = more
  const target = endCell === undefined ? { cell, start, end } : { cell, start, end, endCell }
  return { type: 'span', id, labelSet: 'text', label, target, origin: unknownOrigin, ...rest }
}

export function answerOf(
  id: string,
  question: string,
  about: AnswerTarget,
  value: AnswerValue,
): Answer {
  return { type: 'answer', id, question, about, value, origin: unknownOrigin }
}

/** An arrow; the label `Person` stands in for names of arrows. */
export function relationOf(id: string, from: string, to: string, label?: string): Relation {
  const named = label === undefined ? {} : { label }
  return { type: 'relation', id, labelSet: 'text', from, to, ...named, origin: unknownOrigin }
}

export function timestampOf(
  id: string,
  [startMs, endMs]: readonly [number, number],
  more: Partial<Timestamp> = {},
): Timestamp {
  return { type: 'timestamp', id, startMs, endMs, origin: unknownOrigin, ...more }
}

/** A rectangle on each of some pages. */
export function boxOf(id: string, pages: readonly number[], more: Partial<Box> = {}): Box {
  const points = [
    { x: 10, y: 20.5 },
    { x: 110, y: 20.5 },
    { x: 110, y: 60 },
    { x: 10, y: 60 },
  ]
  const shapes = pages.map((page) => ({ page, points }))
  return { type: 'box', id, labelSet: 'box', label: 't', shapes, origin: unknownOrigin, ...more }
}

/** The schema without anything. */
export const bare = emptySchema

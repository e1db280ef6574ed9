import { cellOf, documentOf, spanOf } from '@labelport/format-testing'
import type { Answer, Box, LabeledDocument, LabelSchema, Question } from '@labelport/model'

const aboutPerson = { type: 'label', labelSet: 'set', label: '0' } as const
const questions: readonly Question[] = [
  { id: 'why', text: 'Why?', about: { type: 'document' }, type: 'text', required: true },
  {
    id: 'mood',
    text: 'Mood & "more"',
    about: { type: 'row' },
    type: 'choice',
    multiple: true,
    options: [
      { id: 'g', name: 'glad <3' },
      { id: 'c', name: 'calm' },
    ],
  },
  {
    id: 'place',
    text: 'Ort',
    about: { type: 'document' },
    type: 'choice',
    options: [
      { id: 'e', name: 'Europe' },
      { id: 'p', name: 'Łódź', parent: 'e' },
      { id: 'a', name: 'Asia' },
    ],
  },
  { id: 'sure', text: 'Sure?', about: aboutPerson, type: 'flag' },
  { id: 'grade', text: 'Grade', about: aboutPerson, type: 'slider', min: 0, max: 10, step: 0.5 },
  { id: 'day', text: '日', about: { type: 'document' }, type: 'date' },
]

/** Labels, arrows and questions of every kind, with names that need escaping. */
export const schema: LabelSchema = {
  labelSets: [
    {
      id: 'set',
      appliesTo: 'text',
      labels: [
        { id: '0', name: 'Person', color: '#ff8800' },
        { id: '1', name: 'a "b" <c> & \t$' },
        { id: '2', name: 'knows' },
      ],
    },
    { id: 'boxes', appliesTo: 'box', labels: [{ id: 't', name: 'Total', color: '#0088ff' }] },
  ],
  questions,
}

/** An answer that says who gave it only when told. */
export function answer(
  id: string,
  question: string,
  about: Answer['about'],
  value: Answer['value'],
  more: Partial<Answer> = {},
): Answer {
  return { type: 'answer', id, question, about, value, origin: { by: 'unknown' }, ...more }
}

const everything = [
  spanOf('s1', '0', [0, 0, 3]),
  spanOf('s2', '1', [0, 7, 4], { endCell: 1 }),
  {
    type: 'relation',
    id: 'r1',
    labelSet: 'set',
    label: '2',
    from: 's1',
    to: 's2',
    origin: { by: 'unknown' },
  },
  answer('a1', 'why', { type: 'document' }, { type: 'text', text: 'two\nlines' }),
  answer('a2', 'place', { type: 'document' }, { type: 'choice', options: ['p'] }),
  answer('a3', 'day', { type: 'document' }, { type: 'moment', iso: '2026-02-28' }),
  answer('a4', 'mood', { type: 'row', row: 1 }, { type: 'choice', options: ['g', 'c'] }),
  answer('a5', 'sure', { type: 'annotation', id: 's1' }, { type: 'flag', flag: false }),
  answer('a6', 'grade', { type: 'annotation', id: 's1' }, { type: 'number', number: 7.5 }),
] as const

/** A text. */
export const story = documentOf([['Zoë', '😀', 'met'], ['שלום'], ['e\u0301lan']], {
  schema,
  annotations: everything,
})

/** The same text as a conversation. */
export const turns: LabeledDocument = {
  ...story,
  id: 'd2',
  name: 'talk.txt',
  tasks: ['conversation'],
  cells: story.cells.map((cell, row) => ({
    ...cell,
    metadata: [{ key: 'speaker', value: row === 1 ? 'Guide' : 'Zoë' }],
  })),
}

/** A table whose columns share a name. */
export const table: LabeledDocument = {
  ...story,
  id: 'd3',
  name: 'rows.csv',
  tasks: ['row'],
  columns: [{ name: 'Said' }, { name: 'Said' }],
  cells: [0, 1].flatMap((row) => [
    { row, column: 0, text: `text 😀 ${row}` },
    { row, column: 1, text: 'more' },
  ]),
  annotations: [
    answer('a1', 'mood', { type: 'row', row: 1 }, { type: 'choice', options: ['c'] }),
    answer('a2', 'why', { type: 'document' }, { type: 'text', text: 'all of it' }),
    spanOf('s1', '0', [3, 0, 4]),
    spanOf('s2', '0', [1, 0, 4], { endCell: 2 }),
  ],
}

function box(id: string, page: number, points: readonly (readonly [number, number])[]): Box {
  const shapes = [{ page, points: points.map(([x, y]) => ({ x, y })) }]
  return { type: 'box', id, labelSet: 'boxes', label: 't', shapes, origin: { by: 'unknown' } }
}

const corners = [
  [10, 20],
  [60, 20],
  [60, 40],
  [10, 40],
] as const

/** Two pages. */
export const bill: LabeledDocument = {
  ...story,
  id: 'd4',
  name: 'bill.pdf',
  tasks: ['box'],
  media: [
    {
      type: 'pdf',
      pages: [
        { index: 0, width: 100, height: 200 },
        { index: 1, width: 200, height: 400 },
      ],
    },
  ],
  cells: [cellOf(0, ['Total', '12'])],
  annotations: [
    { ...box('b1', 0, corners), caption: 'twelve', target: { cell: 0, start: 0, end: 5 } },
    box('b2', 1, [
      [0, 0],
      [200, 100],
      [100, 400],
    ]),
    { ...box('b3', 0, corners), shapes: [] },
    answer('a1', 'odd', { type: 'annotation', id: 'b1' }, { type: 'raw', json: { a: [1] } }),
  ],
}

/** A recording and what is said in it. */
export const talk: LabeledDocument = {
  ...story,
  id: 'd5',
  name: 'talk.mp3',
  tasks: ['audio'],
  media: [{ type: 'audio', url: 'https://example.org/talk.mp3', pages: [] }],
  cells: [cellOf(0, ['Zoë', 'speaks'])],
  annotations: [
    {
      type: 'timestamp',
      id: 't1',
      labelSet: 'set',
      label: '0',
      startMs: 250,
      endMs: 1750,
      target: { cell: 0, start: 0, end: 3 },
      origin: { by: 'unknown' },
    },
    { type: 'timestamp', id: 't2', startMs: 1750, endMs: 2000, origin: { by: 'unknown' } },
    spanOf('s1', '0', [0, 0, 3]),
  ],
}

import type { Answer, Cabinet, LabeledDocument, LabelSchema, Span } from '@labelport/model'
import { schema as entitySchema, lines, mark, marks, textDocument } from './documents.ts'

export const place = 'Place: "east" # side'

const schema: LabelSchema = {
  labelSets: [
    ...entitySchema.labelSets,
    { id: 'boxes', appliesTo: 'box', labels: [{ id: 't', name: 'Total <b>', color: '#0088ff' }] },
    { id: 'arrows', appliesTo: 'text', labels: [{ id: 'k', name: 'knows & likes' }] },
  ],
  questions: [
    { id: 'why', text: 'Why?', about: { type: 'document' }, type: 'text', multiline: true },
    {
      id: 'mood',
      text: 'Mood',
      about: { type: 'row' },
      type: 'choice',
      multiple: true,
      options: [
        { id: 'g', name: 'glad "😀"' },
        { id: 'c', name: '$calm' },
      ],
    },
    {
      id: 'where',
      text: 'Where?',
      about: { type: 'document' },
      type: 'choice',
      options: [
        { id: 'e', name: 'Europe' },
        { id: 'l', name: 'Łódź', parent: 'e' },
      ],
    },
    { id: 'day', text: 'Day', about: { type: 'document' }, type: 'date' },
    {
      id: 'grade',
      text: 'Grade',
      about: { type: 'label', labelSet: 'entities', label: 'p' },
      type: 'slider',
      min: 0,
      max: 10,
    },
  ],
}

function answer(
  question: string,
  about: Answer['about'],
  value: Answer['value'],
  origin: Answer['origin'] = { by: 'unknown' },
): Answer {
  return {
    type: 'answer',
    id: `${question} ${JSON.stringify(about)}`,
    question,
    about,
    value,
    origin,
  }
}

const statements = [
  ...marks,
  {
    type: 'relation',
    id: 'r',
    labelSet: 'arrows',
    label: 'k',
    from: '1',
    to: '3',
    origin: { by: 'unknown' },
  },
  answer('why', { type: 'document' }, { type: 'text', text: 'two\nlines 😀' }),
  answer('where', { type: 'document' }, { type: 'choice', options: ['l'] }),
  answer('day', { type: 'document' }, { type: 'moment', iso: '2026-02-28' }),
  answer('mood', { type: 'row', row: 1 }, { type: 'choice', options: ['g', 'c'] }),
  answer('grade', { type: 'annotation', id: '1' }, { type: 'number', number: 7 }),
] as const

function labeler(who: string): Cabinet {
  return { role: 'labeler', folder: `DOCUMENT-${who}`, user: { email: `${who}@example.org` } }
}

const program: Span = {
  ...mark('9', 'p', 2, 'Ahmad'),
  origin: { by: 'external', confidence: 0.75 },
}

/** A document of every kind of task. */
export const documents: readonly LabeledDocument[] = [
  textDocument('a', { schema, annotations: [...statements, program], cabinet: labeler('ann') }),
  textDocument('a2', {
    name: 'a.txt',
    schema,
    annotations: marks.slice(0, 2),
    cabinet: labeler('bob'),
  }),
  textDocument('talk', {
    schema,
    annotations: statements,
    cells: lines.map((text, row) => ({
      ...{ row, column: 0, text },
      metadata: [{ key: 'speaker', value: `Zoë ${row % 2}` }],
    })),
  }),
  textDocument('rows', {
    schema,
    columns: [{ name: 'Länge <1>' }, { name: 'Text' }],
    cells: [0, 1].flatMap((row) => [
      { row, column: 0, text: String(row) },
      { row, column: 1, text: lines[row] ?? '' },
    ]),
    annotations: [answer('mood', { type: 'row', row: 1 }, { type: 'choice', options: ['c'] })],
  }),
  textDocument('bill', {
    schema,
    cells: [],
    media: [
      {
        type: 'image',
        url: 'https://example.org/a.png',
        pages: [{ index: 0, width: 300, height: 70 }],
      },
    ],
    annotations: [
      [
        [10, 20],
        [110, 20],
        [110, 60],
        [10, 60],
      ] as const,
      [
        [10, 20],
        [110, 30],
        [90, 60],
      ] as const,
    ].map((points, index) => ({
      type: 'box',
      id: `b${index}`,
      labelSet: 'boxes',
      label: 't',
      caption: 'Zoë "😀"',
      shapes: [{ page: 0, points: points.map(([x, y]) => ({ x, y })) }],
      origin: { by: 'unknown' },
    })),
  }),
  textDocument('call', {
    schema,
    media: [{ type: 'audio', url: 'https://example.org/a.mp3', pages: [] }],
    cells: [],
    annotations: [
      {
        type: 'timestamp',
        id: 't',
        labelSet: 'entities',
        label: 'p',
        startMs: 250,
        endMs: 1750,
        origin: { by: 'unknown' },
      },
    ],
  }),
]

export const kinds = ['text', 'conversation', 'table', 'image', 'audio'] as const

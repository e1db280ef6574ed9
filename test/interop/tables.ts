import {
  type Answer,
  type AnswerValue,
  type LabeledDocument,
  type LabelSchema,
  unknownOrigin,
} from '@labelport/model'
import { textDocument } from './documents.ts'

const row = { type: 'row' } as const

const schema = {
  labelSets: [],
  questions: [
    {
      id: 'mood',
      text: 'Mood',
      about: row,
      type: 'choice',
      options: [
        { id: 'g', name: 'glad' },
        { id: 'c', name: 'calm' },
      ],
    },
    {
      id: 'tags',
      text: 'Tags',
      about: row,
      type: 'choice',
      multiple: true,
      options: [{ id: 'x', name: 'new' }],
    },
    { id: 'sure', text: 'Sure?', about: row, type: 'flag' },
    { id: 'grade', text: 'Grade', about: row, type: 'slider' },
    { id: 'why', text: 'Why', about: row, type: 'text', multiple: true },
    { id: 'day', text: 'Day', about: { type: 'document' }, type: 'date' },
  ],
} as const satisfies LabelSchema

function answer(question: string, about: Answer['about'], value: AnswerValue): Answer {
  return { type: 'answer', id: question, question, about, value, origin: unknownOrigin }
}

const first = { type: 'row', row: 0 } as const

function tableOf(
  id: string,
  columns: readonly string[],
  texts: readonly (readonly string[])[],
  annotations: readonly Answer[],
): LabeledDocument {
  return textDocument(id, {
    name: `${id}.csv`,
    tasks: ['row'],
    columns: columns.map((name) => ({ name })),
    cells: texts.flatMap((one, index) => {
      return one.map((text, column) => ({ row: index, column, text }))
    }),
    annotations,
    schema,
  })
}

/** Two tables, the second with a column more, which holds only what looks like dates. */
export const table: readonly LabeledDocument[] = [
  tableOf(
    't1',
    ['Review', 'Stars'],
    [
      ['Good 😀', '007'],
      ['שלום', '1e5'],
    ],
    [
      answer('mood', first, { type: 'choice', options: ['c'] }),
      answer('tags', first, { type: 'choice', options: ['x', 'own'] }),
      answer('sure', first, { type: 'flag', flag: false }),
      answer('grade', first, { type: 'number', number: 6.5 }),
      answer('why', first, { type: 'texts', texts: ['so', ''] }),
      answer('day', { type: 'document' }, { type: 'moment', iso: '2026-01-02' }),
    ],
  ),
  tableOf('t2', ['Review', 'Stars', 'New'], [['', 'true', '2026-01-02']], []),
]

function mail(id: string, text: string, annotations: readonly Answer[]): LabeledDocument {
  const about = { type: 'document' } as const
  const options = (names: readonly string[]) => names.map((name, id) => ({ id: String(id), name }))
  return textDocument(id, {
    tasks: ['document'],
    cells: text.split('\n').map((line, row) => ({ row, column: 0, text: line })),
    annotations,
    schema: {
      labelSets: [],
      questions: [
        {
          id: 'kind',
          text: 'Kind',
          about,
          type: 'choice',
          options: options(['complaint', 'praise 😀', 'never']),
        },
        {
          id: 'topics',
          text: 'Topics',
          about,
          type: 'choice',
          multiple: true,
          options: options(['price', 'Größe']),
        },
      ],
    },
  })
}

const whole = { type: 'document' } as const

/** Texts with one class and several; the last has no answer. */
export const mails: readonly LabeledDocument[] = [
  mail('m1', 'שלום 😀', [
    answer('kind', whole, { type: 'choice', options: ['1'] }),
    answer('topics', whole, { type: 'choice', options: ['1', '0'] }),
  ]),
  mail('m2', 'e\u0301lan\n', [
    answer('kind', whole, { type: 'choice', options: ['0'] }),
    answer('topics', whole, { type: 'choice', options: [] }),
  ]),
  mail('m3', '', []),
]

const points = [
  { x: 10, y: 20.5 },
  { x: 110, y: 20.5 },
  { x: 110, y: 60 },
  { x: 10, y: 60 },
]

/** Two pages, the first without a box. */
export const scan: readonly LabeledDocument[] = [
  textDocument('scan', {
    name: 'scan.pdf',
    tasks: ['box'],
    cells: [],
    media: [{ type: 'pdf', pages: [0, 1].map((index) => ({ index, width: 600, height: 800 })) }],
    schema: {
      questions: [],
      labelSets: [
        {
          id: 'parts',
          appliesTo: 'box',
          labels: [
            { id: 't', name: 'Total' },
            { id: 's', name: 'Größe 😀' },
          ],
        },
      ],
    },
    annotations: [
      {
        type: 'box',
        id: 'b',
        labelSet: 'parts',
        label: 's',
        shapes: [{ page: 1, points }],
        caption: 'Zoë 😀',
        origin: unknownOrigin,
      },
    ],
  }),
]

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

import { type Relation, unknownOrigin } from '@labelport/model'
import { beforeAll, describe, expect, it } from 'vitest'
import { lines, mark, marks, schema, textDocument } from './documents.ts'
import { type LoadedCases, loadCases } from './huggingface-cases.ts'
import { hasPython } from './python.ts'

const text = lines.join('\n')
const [person, place] = schema.labelSets[0].labels.map(({ name }) => name)

function arrow(id: string, from: string, to: string, label?: string): Relation {
  const named = label === undefined ? {} : { label }
  return { type: 'relation', id, labelSet: 'entities', from, to, ...named, origin: unknownOrigin }
}

/** A family of four people joined to one character, alone and inside of a longer label. */
const nested = [
  mark('6', 'l', 1, '👩‍👩‍👧 lives in München'),
  mark('7', 'p', 1, '👩‍👩‍👧'),
  mark('8', 'p', 3, 'e\u0301lan'),
]

const marked = textDocument('marked', { annotations: [...marks, ...nested] })
const unmarked = textDocument('unmarked', { annotations: [] })
const linked = textDocument('linked', {
  annotations: [
    arrow('r1', '4', '1', 'u'),
    ...marks,
    ...nested,
    arrow('r2', '5', '5'),
    arrow('r3', '6', '7', 'p'),
  ],
})

const answered = textDocument('answered', {
  ...linked,
  id: 'answered',
  schema: {
    ...schema,
    questions: [
      {
        id: 'tone',
        text: 'Tön',
        about: { type: 'document' },
        type: 'choice',
        options: [{ id: 'c', name: 'calm 😀' }],
      },
    ],
  },
  annotations: [
    ...linked.annotations,
    {
      type: 'answer',
      id: 'a',
      question: 'tone',
      about: { type: 'document' },
      value: { type: 'choice', options: ['c'] },
      origin: unknownOrigin,
    },
  ],
})

const cases = {
  spans: { documents: [unmarked, marked], options: { task: 'spans' } },
  spanJson: { documents: [unmarked, marked], options: { task: 'spans', files: 'jsonl' } },
  relations: { documents: [linked, unmarked] },
  relationJson: { documents: [linked, unmarked], options: { files: 'jsonl' } },
  relationShards: { documents: [linked, unmarked], options: { shardRows: 1 } },
  withoutArrows: { documents: [unmarked], options: { task: 'relations' } },
  withAnswers: { documents: [answered] },
} as const

const spanType = [{ fields: { start: 'int32', end: 'int32', label: 'string', text: 'string' } }]

const slices = [
  ['Zoë', person],
  ['Ahmad', person],
  ['Łódź', place],
  ['👩‍👩‍👧', person],
  ['👩‍👩‍👧 lives in München', place],
  ['München 🇩🇪', place],
  ['שלום עולם', person],
  ['e\u0301lan', person],
]

describe.skipIf(!hasPython)('huggingface × datasets, spans and relations', () => {
  let loaded: LoadedCases<keyof typeof cases>

  beforeAll(async () => {
    loaded = await loadCases(cases)
  })

  it.for(['spans', 'spanJson'] as const)(
    'loads %s, nested ones too, whose slices are the labeled text',
    (name) => {
      const split = loaded.split(name)
      const features = { id: 'string', document: 'string', text: 'string', spans: spanType }
      expect(split.features).toEqual(features)
      expect(split.streamedFeatures).toEqual(features)
      expect(split.rows).toMatchObject([
        { id: 'unmarked', document: 'unmarked.txt', text, spans: [] },
        { id: 'marked', document: 'marked.txt', text },
      ])
      expect(split.streamed).toEqual(split.rows)
      expect(split.slices).toEqual(slices)
      expect(split.sameByScript).toBe(true)
    },
  )

  it.for(['relations', 'relationJson', 'relationShards'] as const)(
    'loads %s as entities and arrows between their places',
    (name) => {
      const split = loaded.split(name)
      const features = {
        id: 'string',
        document: 'string',
        text: 'string',
        entities: spanType,
        relations: [{ fields: { head: 'int32', tail: 'int32', label: 'string' } }],
      }
      expect(split.features).toEqual(features)
      expect(split.streamedFeatures).toEqual(features)
      expect(split.rows).toMatchObject([
        {
          id: 'linked',
          text,
          relations: [
            { head: 5, tail: 0, label: 'Unused 😀' },
            { head: 6, tail: 6, label: null },
            { head: 4, tail: 3, label: person },
          ],
        },
        { id: 'unmarked', text, entities: [], relations: [] },
      ])
      expect(split.streamed).toEqual(split.rows)
      expect(split.slices).toEqual(slices)
      expect(split.sameByScript).toBe(true)
    },
  )

  it('loads lists of structs that are all empty with their types', () => {
    const split = loaded.split('withoutArrows')
    expect(split.features).toEqual(loaded.split('relations').features)
    expect(split.rows).toMatchObject([{ entities: [], relations: [] }])
  })

  it('loads the answers about a text beside its arrows', () => {
    const split = loaded.split('withAnswers')
    expect(split.features).toMatchObject({ Tön: { classes: ['calm 😀'] } })
    expect(split.rows).toMatchObject([{ id: 'answered', Tön: 0 }])
    expect(split.slices).toEqual(slices)
  })
})

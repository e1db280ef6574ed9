import { join } from 'node:path'
import { type Answer, type LabeledDocument, unknownOrigin } from '@labelport/model'
import { beforeAll, describe, expect, it } from 'vitest'
import { spacy } from '../../packages/targets/spacy/src/index.ts'
import { stringIds } from '../../packages/targets/spacy/src/string-ids.ts'
import { symbolIds } from '../../packages/targets/spacy/src/symbols.ts'
import { cell, lines, mark, marks, schema, textDocument } from './documents.ts'
import { check, hasPython } from './python.ts'
import { writeFolder } from './write-folder.ts'

/** A label as characters in code points, its text and its class. */
type Found = readonly [start: number, end: number, text: string, label: string]

interface Doc {
  readonly text: string
  readonly words: readonly string[]
  readonly ents: readonly Found[]
  readonly annotated: boolean
  readonly spans: Readonly<Record<string, readonly Found[]>>
  readonly cats: Readonly<Record<string, number>>
  readonly data: Readonly<Record<string, unknown>>
  readonly arrows: readonly (readonly string[])[]
}

interface Reading {
  readonly docs: readonly Doc[]
  /** Whether spaCy's own copy of the file says the same. */
  readonly again: boolean
}

const place = 'Place: "east" # side'

/** Blanks of every kind, text in no token, and words that spaCy numbers instead of hashing. */
const odd = textDocument('odd', {
  cells: [
    cell(0, '  two  blanks,\u00a0\tand\u3000\u0085 end  '),
    { ...cell(1, 'in no token'), tokens: Uint32Array.of(0, 2) },
    cell(2, 'DATE PERSON nsubj 😀 is_alpha IS_ALPHA _'),
    { row: 3, column: 0, text: 'not cut: Zoë😀met\n Łódź' },
  ],
  annotations: [
    {
      type: 'span',
      id: 'in',
      labelSet: 'entities',
      label: 'p',
      target: { cell: 3, start: 9, end: 14 },
      origin: unknownOrigin,
    },
  ],
})

const nested = textDocument('nested', {
  annotations: [
    ...marks,
    mark('6', 'l', 0, 'Zoë met Ahmad'),
    {
      type: 'relation',
      id: 'arrow',
      labelSet: 'entities',
      label: 'u',
      from: '2',
      to: '3',
      origin: unknownOrigin,
    },
  ],
})

function answer(row: number, ...options: readonly string[]): Answer {
  const value = { type: 'choice', options } as const
  return {
    type: 'answer',
    id: `a${row}`,
    question: 'mood',
    about: { type: 'row', row },
    value,
    origin: unknownOrigin,
  }
}

const judged: LabeledDocument = textDocument('judged', {
  schema: {
    labelSets: schema.labelSets,
    questions: [
      {
        id: 'mood',
        text: 'Mood',
        about: { type: 'row' },
        type: 'choice',
        multiple: true,
        options: [
          { id: 'g', name: 'glad 😀' },
          { id: 'c', name: 'calm' },
        ],
      },
    ],
  },
  annotations: [...marks, answer(0, 'g'), answer(1, 'c', 'g'), answer(3, 'c')],
})

const files = {
  odd: { documents: [odd], options: {} },
  nested: { documents: [nested], options: {} },
  whole: { documents: [nested], options: { unit: 'document', key: 'all' } },
  judged: { documents: [judged], options: { labels: 'ents' } },
  spans: { documents: [nested], options: { labels: 'spans' } },
} as const

const readings = new Map<string, Reading>()
const paths = new Map<string, string>()

function docsOf(name: keyof typeof files): readonly Doc[] {
  return readings.get(name)?.docs ?? []
}

describe.skipIf(!hasPython)('spacy × spaCy', () => {
  beforeAll(async () => {
    for (const [name, { documents, options }] of Object.entries(files)) {
      const { folder } = await writeFolder(spacy.configure?.(options) ?? spacy, documents)
      paths.set(name, join(folder, 'train.spacy'))
    }
    // The script prints this shape; a mistake in it fails the first comparison.
    const all = (await check('read_docbin.py', 'read', ...paths.values())) as readonly Reading[]
    for (const [index, name] of [...paths.keys()].entries()) {
      const reading = all[index]
      if (reading !== undefined) readings.set(name, reading)
    }
  })

  it('numbers strings as spaCy does', async () => {
    const { '': none, ...symbols } = Object(await check('read_docbin.py', 'symbols'))
    expect(none).toBe(0)
    expect(Object.fromEntries([...symbolIds].map(([name, id]) => [name, Number(id)]))).toEqual(
      symbols,
    )
    const words = docsOf('odd').flatMap((doc) => doc.words)
    const ids = stringIds()
    expect(new Set(words.map((word) => ids.idOf(word))).size).toBe(new Set(words).size)
  })

  it('says the same after spaCy has written it again', () => {
    expect([...readings.values()].map(({ again }) => again)).toEqual([...paths].map(() => true))
  })

  it('gives every text back to the character', () => {
    expect(docsOf('odd').map(({ text }) => text)).toEqual(odd.cells.map(({ text }) => text))
    expect(docsOf('nested').map(({ text }) => text)).toEqual(lines.filter((line) => line !== ''))
    expect(docsOf('whole').map(({ text }) => text)).toEqual([lines.join('\n')])
    expect(docsOf('odd')[3]?.ents).toEqual([[9, 13, 'Zoë😀', 'Person']])
  })

  it('gives the same labels, counted in code points', () => {
    const inRows = [
      [
        [0, 13, 'Zoë met Ahmad', place],
        [19, 23, 'Łódź', place],
      ],
      [[15, 25, 'München 🇩🇪', place]],
      [[0, 9, 'שלום עולם', 'Person']],
      [],
    ]
    expect(docsOf('nested').map(({ ents }) => ents)).toEqual(inRows)
    expect(docsOf('nested')[0]?.spans).toEqual({
      sc: [
        [0, 3, 'Zoë', 'Person'],
        [8, 13, 'Ahmad', 'Person'],
        [19, 23, 'Łódź', place],
        [0, 13, 'Zoë met Ahmad', place],
      ],
    })
    const [whole] = docsOf('whole')
    expect(whole?.ents.map(([, , text, label]) => [text, label])).toEqual(
      inRows.flat().map(([, , text, label]) => [text, label]),
    )
    expect(whole?.spans.all).toHaveLength(6)
    expect(docsOf('spans').map(({ annotated }) => annotated)).toEqual([false, false, false, false])
  })

  it('gives arrows and where a doc comes from', () => {
    expect(docsOf('nested')[0]?.arrows).toEqual([['Ahmad', 'Unused 😀', 'Łódź']])
    expect(docsOf('nested').map(({ data }) => data.row)).toEqual([0, 1, 2, 3])
    expect(docsOf('whole')[0]?.data.document).toBe('nested.txt')
  })

  it('gives all categories where there is an answer, and none where there is not, trap 86', () => {
    expect(docsOf('judged').map(({ cats }) => cats)).toEqual([
      { 'glad 😀': 1, calm: 0 },
      { 'glad 😀': 1, calm: 1 },
      {},
      { 'glad 😀': 0, calm: 1 },
    ])
  })

  it('trains entities, spans and categories', async () => {
    const { folder } = await writeFolder(spacy, [judged])
    const found = await check('read_docbin.py', 'train', join(folder, 'train.spacy'))
    expect(found).toEqual({
      examples: 4,
      entities: 5,
      losses: ['ner', 'spancat', 'textcat_multilabel'],
    })
  })

  // One answer for each row: categories that exclude each other.
  const decided = {
    ...judged,
    annotations: [...marks, ...[0, 1, 2, 3].map((row) => answer(row, row < 2 ? 'g' : 'c'))],
  }

  it.for([
    ['textcat_multilabel', judged],
    ['textcat', decided],
  ] as const)('passes spacy debug data with ner, spancat and %s', async ([last, document]) => {
    const copies = Array.from({ length: 40 }, (_, index) => ({ ...document, id: `d${index}` }))
    const { folder } = await writeFolder(spacy, copies)
    const pipeline = `ner,spancat,${last}`
    const found = await check('debug_docbin.py', join(folder, 'train.spacy'), pipeline)
    expect(found).toEqual({ failed: false, summary: '10 checks passed' })
  })
})

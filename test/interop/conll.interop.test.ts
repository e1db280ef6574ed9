import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { conll } from '../../packages/targets/conll/src/index.ts'
import { cell, marks, textDocument } from './documents.ts'
import { check, hasPython } from './python.ts'
import { writeFolder } from './write-folder.ts'

/** A label as row, text and class; rows without tokens are not in the files. */
type Found = readonly [row: number, text: string, label: string]

interface Reading {
  readonly seqeval: readonly Found[]
  /** Null for schemes its converter does not know. */
  readonly spacy: { rows: number; documents: number; entities: readonly Found[] } | null
}

const nasty = [
  '#tag',
  '-DOCSTART-',
  'a b',
  'nbsp\u00a0in',
  'wide\u3000space',
  'line\u2028end',
  '😀',
]
const offsets = nasty.map(
  (_, index) => nasty.slice(0, index).join('\t').length + Math.min(index, 1),
)
const place = 'Place:%20"east"%20#%20side'

/** Tokens that readers like to fall over, all in one label, between tabs. */
const trap = textDocument('trap', {
  cells: [
    {
      ...cell(0, nasty.join('\t')),
      tokens: Uint32Array.from(
        nasty.flatMap((token, index) => {
          const start = offsets[index] ?? 0
          return [start, start + token.length]
        }),
      ),
    },
  ],
  annotations: [
    {
      type: 'span',
      id: 't',
      labelSet: 'entities',
      label: 'l',
      target: { cell: 0, start: 0, end: nasty.join('\t').length },
      origin: { by: 'reviewer' },
    },
  ],
})

const documents = [textDocument('a', { annotations: marks }), trap]

const expected: readonly Found[] = [
  [0, 'Zoë', 'Person'],
  [0, 'Ahmad', 'Person'],
  [0, 'Łódź', place],
  [1, 'München 🇩🇪', place],
  [2, 'שלום עולם', 'Person'],
  [4, '␛23;tag ␛2d;DOCSTART- a␣b nbsp␛a0;in wide␛3000;space line␛2028;end 😀', place],
]

const cases = {
  iob2: { scheme: 'iob2' },
  bioes: { scheme: 'bioes' },
  biluo: { scheme: 'biluo' },
  'four columns': { scheme: 'iob2', columns: '4', docstart: 'conll2003' },
  tabs: { scheme: 'iob2', separator: 'tab', docstart: 'conll2003' },
} as const

describe.skipIf(!hasPython)('conll × seqeval, spaCy', () => {
  const readings = new Map<string, Reading>()

  beforeAll(async () => {
    const args: string[] = []
    for (const options of Object.values(cases)) {
      const { folder } = await writeFolder(conll.configure?.(options) ?? conll, documents)
      args.push(join(folder, 'train.conll'), options.scheme)
    }
    // The script prints this shape; a mistake in it fails the first comparison.
    const all = (await check('read_conll.py', ...args)) as readonly Reading[]
    for (const [index, name] of Object.keys(cases).entries()) {
      const reading = all[index]
      if (reading !== undefined) readings.set(name, reading)
    }
  })

  it.for(Object.keys(cases))('gives seqeval in strict mode the same labels as %s', (name) => {
    expect(readings.get(name)?.seqeval).toEqual(expected)
  })

  it.for(['iob2', 'biluo', 'four columns', 'tabs'])(
    "gives spaCy's converter the same labels as %s",
    (name) => {
      const documentCount = name === 'four columns' || name === 'tabs' ? 2 : 1
      expect(readings.get(name)?.spacy).toEqual({
        rows: 5,
        documents: documentCount,
        entities: expected,
      })
    },
  )
})

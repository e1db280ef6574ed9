import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Format, Ledger } from '@labelport/format'
import { beforeAll, describe, expect, it } from 'vitest'
import { conll } from '../../packages/targets/conll/src/index.ts'
import { huggingface } from '../../packages/targets/huggingface/src/index.ts'
import { labelStudio } from '../../packages/targets/label-studio/src/index.ts'
import { spacy } from '../../packages/targets/spacy/src/index.ts'
import { fixtureInputs, type Input, realInputs, sampleInputs } from './inputs.ts'
import { type LoadedSplit, loadFolders } from './load-folders.ts'
import { check, hasPython } from './python.ts'
import { writeFolder } from './write-folder.ts'

interface Tagged {
  readonly seqeval: readonly unknown[]
  readonly spacy: { readonly entities: readonly unknown[] }
}

interface Docs {
  readonly again: boolean
  readonly docs: readonly { readonly spans: Readonly<Record<string, readonly unknown[]>> }[]
}

interface Tasks {
  readonly problems: readonly string[]
  readonly moved: readonly string[]
  readonly min: readonly unknown[]
}

/** What became of the inputs: their accounts, and what a consumer found in their files. */
interface Found<Reading> {
  readonly ledgers: Map<string, Ledger>
  readonly readings: Map<string, readonly Reading[]>
}

// Real exports go through these three in tests of their own.
const invented: readonly Input[] = hasPython ? [...(await fixtureInputs()), ...sampleInputs()] : []
const inputs: readonly Input[] = hasPython ? [...invented, ...(await realInputs())] : []
const names = (list: readonly Input[]) => list.map(({ name }) => name)

/** Writes inputs and reads the files that are there; `read` gives one reading for each. */
async function found<Reading>(
  list: readonly Input[],
  format: Format,
  filesOf: readonly string[],
  read: (paths: readonly string[]) => Promise<readonly Reading[]>,
): Promise<Found<Reading>> {
  const target = format.configure?.({ unresolved: 'include' }) ?? format
  const ledgers = new Map<string, Ledger>()
  const paths = new Map<string, readonly string[]>()
  for (const { name, documents } of list) {
    const { folder, ledger } = await writeFolder(target, documents)
    ledgers.set(name, ledger)
    paths.set(
      name,
      filesOf.map((path) => join(folder, path)).filter((path) => existsSync(path)),
    )
  }
  const all = [...(await read([...paths.values()].flat()))]
  const readings = new Map([...paths].map(([name, { length }]) => [name, all.splice(0, length)]))
  return { ledgers, readings }
}

function written(ledger: Ledger | undefined, type: 'span' | 'cell'): number {
  return ledger === undefined ? Number.NaN : ledger.kept[type] + ledger.changed[type]
}

describe.skipIf(!hasPython)('conll, every input × seqeval, spaCy converter', () => {
  let tagged: Found<Tagged>

  beforeAll(async () => {
    tagged = await found(inputs, conll, ['train.conll'], async (paths) => {
      const args = paths.flatMap((path) => [path, 'iob2'])
      return (await check('read_conll.py', ...args)) as readonly Tagged[]
    })
  })

  it.for(names(inputs))('finds every label of %s', (name) => {
    const readings = tagged.readings.get(name) ?? []
    const entities = readings.flatMap(({ seqeval }) => seqeval)
    // A label over several rows is one in each.
    expect(entities.length).toBeGreaterThanOrEqual(written(tagged.ledgers.get(name), 'span'))
    expect(readings.flatMap((one) => one.spacy.entities)).toHaveLength(entities.length)
  })
})

describe.skipIf(!hasPython)('spacy, every input × spaCy', () => {
  let docs: Found<Docs>

  beforeAll(async () => {
    docs = await found(inputs, spacy, ['train.spacy'], async (paths) => {
      return (await check('read_docbin.py', 'read', ...paths)) as readonly Docs[]
    })
  })

  it.for(names(inputs))('finds every label of %s, also written by spaCy again', (name) => {
    const readings = docs.readings.get(name) ?? []
    const spans = readings.flatMap((one) => one.docs.flatMap((doc) => doc.spans.sc ?? []))
    expect(spans.length).toBeGreaterThanOrEqual(written(docs.ledgers.get(name), 'span'))
    expect(readings.every(({ again }) => again)).toBe(true)
  })
})

describe.skipIf(!hasPython)('label-studio, every input × label-studio-sdk', () => {
  let tasks: Found<Tasks>

  beforeAll(async () => {
    const kinds = ['text', 'conversation', 'table', 'image', 'audio']
    tasks = await found(invented, labelStudio, kinds, async (paths) => {
      return (await check('read_label_studio.py', ...paths)) as readonly Tasks[]
    })
  }, 300_000)

  it.for(names(invented))('has valid tasks of %s, with labels where Python cuts', (name) => {
    const readings = tasks.readings.get(name) ?? []
    expect(readings.flatMap(({ min }) => min).length).toBeGreaterThan(0)
    expect(readings.flatMap(({ problems, moved }) => [...problems, ...moved])).toEqual([])
  })
})

describe.skipIf(!hasPython)('huggingface, every input × datasets', () => {
  let loaded: Found<LoadedSplit | undefined>

  beforeAll(async () => {
    loaded = await found(invented, huggingface, ['.'], async (paths) =>
      (await loadFolders(paths)).map(({ train }) => train),
    )
  }, 300_000)

  it.for(names(invented))(
    'loads the same rows of %s at once, streamed and by the script',
    (name) => {
      const [split] = loaded.readings.get(name) ?? []
      if (split === undefined) throw new Error(`${name} was not loaded.`)
      expect(split.rows.length).toBeGreaterThan(0)
      expect(split.streamed).toEqual(split.rows)
      expect(split.streamedFeatures).toEqual(split.features)
      expect(split.sameByScript).toBe(true)
    },
  )
})

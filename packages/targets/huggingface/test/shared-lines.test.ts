import { finishShards, joinShards, type Part, type Splits, writeShard } from '@labelport/format'
import { collect, oneByOne } from '@labelport/format-testing'
import type { LabeledDocument } from '@labelport/model'
import { describe, expect, it } from 'vitest'
import { huggingface } from '../src/index.ts'
import { documentOf, schema, spanOf } from './documents.ts'
import { textIn, written } from './written.ts'

const [text, boxes] = schema.labelSets
const [person, place] = text.labels
const late = { id: 'm', name: 'Möhre 🥕' }

/** A document whose labels stand in the schema in this order. */
function labeled(id: string, labels: readonly { id: string; name: string }[]): LabeledDocument {
  const [first] = labels
  return documentOf({
    id,
    schema: { ...schema, labelSets: [{ ...text, labels }, boxes] },
    annotations: first === undefined ? [] : [spanOf('s', first.id, [0, 0, 3])],
  })
}

const documents = [
  labeled('a', [person]),
  labeled('b', [late, person]),
  labeled('c', [place, late]),
  documentOf({ id: 'root', cabinet: { role: 'root' } }),
  labeled('d', [person, place, late]),
]

interface Settings {
  readonly options?: Readonly<Record<string, string | number>>
  readonly splits?: Splits
  /** Begins every part as the first one, as threads do that do not wait; those that have to are written again. */
  readonly early?: boolean
}

/** Writes documents in parts that share their files. */
async function inParts(
  parts: readonly (readonly LabeledDocument[])[],
  { options = {}, splits, early = false }: Settings = {},
) {
  const values = { files: 'jsonl', task: 'tokens', ...options }
  const format = huggingface.configure?.(values) ?? huggingface
  const { shards } = format.writer ?? {}
  const report = () => {}
  const first = structuredClone(shards?.begin?.(parts[0]?.[0]))
  const facts: unknown[] = []
  let again = 0
  async function* all(): AsyncGenerator<Part> {
    let begun = first
    for (const part of parts) {
      const write = async (from: unknown) => {
        const given = { report, begun: from, ...(splits && { splits }) }
        const writing = writeShard(format, oneByOne(part), given)
        const own: Part[] = []
        for await (const piece of writing.parts) own.push(piece)
        return { own, facts: structuredClone(writing.result().facts) }
      }
      let done = await write(early ? first : begun)
      if (shards?.next?.(begun, done.facts) === undefined) {
        again += 1
        done = await write(begun)
      }
      yield* done.own
      facts.push(done.facts)
      begun = structuredClone(shards?.next?.(begun, done.facts))
    }
  }
  async function* whole(): AsyncGenerator<Part> {
    const joined = yield* joinShards(format, all())
    const names = splits && { splitNames: splits.names }
    yield* finishShards(format, facts, { report, joined, ...names })
  }
  const files = await collect(whole())
  return { files, again }
}

const textsOf = (files: ReadonlyMap<string, Uint8Array>) =>
  Object.fromEntries([...files.keys()].sort().map((path) => [path, textIn(files, path)]))

const splits: Splits = {
  names: ['train', 'test'],
  of: ({ id }) => (id === 'b' ? 'test' : 'train'),
}

describe('lines of several parts in the same files', () => {
  const oneEach = documents.map((document) => [document])

  it.each([
    ['as they are', {}, {}],
    ['of two rows', { options: { shardRows: 2 } }, {}],
    ['of a few hundred bytes', { options: { shardBytes: 300 } }, {}],
    ['of two splits', { splits }, { splits }],
  ] as const)('are those of one go: %s', async (_, settings, given) => {
    const options = 'options' in settings ? settings.options : {}
    const whole = await written(documents, { files: 'jsonl', task: 'tokens', ...options }, given)
    for (const early of [false, true]) {
      const parts = await inParts(oneEach, { ...settings, early })
      expect(textsOf(parts.files)).toEqual(textsOf(whole.files))
      // All that met their labels in another order than those before them.
      expect(parts.again).toBe(early ? 3 : 0)
    }
  })

  it('end a file with the row that fills it', async () => {
    const { files } = await inParts(oneEach, { options: { shardBytes: 1 } })
    const lines = [...files.keys()].filter((path) => path.endsWith('.jsonl'))
    expect(lines).toHaveLength(12)
    for (const path of lines) expect(textIn(files, path)).toMatch(/^[^\n]+\n$/)
  })

  it('make one empty file when there is none', async () => {
    const nothing = [[documentOf({ cells: [] })], []]
    const { files } = await inParts(nothing, { splits })
    const whole = await written(nothing.flat(), { files: 'jsonl', task: 'tokens' }, { splits })
    expect(textsOf(files)).toEqual(textsOf(whole.files))
    expect(textIn(files, 'data/train-00000-of-00001.jsonl')).toBe('')
  })

  it('can be only where rows depend on nothing but the numbers of tags', () => {
    const joins = (values: Readonly<Record<string, string>>) =>
      huggingface.configure?.(values).writer?.shards?.joins
    expect(joins({ files: 'jsonl', task: 'tokens' })).toBe(true)
    expect(joins({ files: 'jsonl' })).toBe(false)
    expect(joins({ files: 'both', task: 'tokens' })).toBe(false)
    expect(joins({ task: 'tokens' })).toBe(false)
  })
})

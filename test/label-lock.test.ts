import { targets } from '@labelport/catalog'
import {
  convert,
  emptyLabelLock,
  extendLabelLock,
  type LabelLock,
  labelLockDrift,
  lockedNames,
  openLabelCollector,
  openSplits,
  readLabelLock,
  readSplitRatios,
  writeLabelLock,
} from '@labelport/dataset'
import type { Format } from '@labelport/format'
import { gallery } from '@labelport/format-testing'
import type { LabeledDocument, LabelSchema } from '@labelport/model'
import { describe, expect, it } from 'vitest'

const target = (id: string): Format => {
  const found = targets.find((one) => one.id === id)
  if (found === undefined) throw new Error(`There is no target ${id}.`)
  return found
}

/** The gallery's boxes and labels under names of our own, in the order they are given. */
function documentOf(feature: 'box' | 'span', id: string, ...names: readonly string[]) {
  const document = gallery[feature]
  const appliesTo = feature === 'box' ? 'box' : 'text'
  const [set] = document.schema.labelSets.filter((one) => one.appliesTo === appliesTo)
  if (set === undefined) throw new Error('The gallery has labels.')
  const labels = names.map((name) => ({ id: name, name }))
  const schema: LabelSchema = { labelSets: [{ ...set, labels }], questions: [] }
  const [first] = document.annotations.filter((one) => one.type === feature)
  if (first?.type !== 'box' && first?.type !== 'span') throw new Error('The gallery has some.')
  const annotations = names.map((label, at) => ({ ...first, id: `${at}`, labelSet: set.id, label }))
  return { ...document, id, name: `${id}.txt`, schema, annotations } satisfies LabeledDocument
}

async function* streamOf(documents: readonly LabeledDocument[]) {
  yield* documents
}

async function written(
  format: Format,
  documents: readonly LabeledDocument[],
  lock: LabelLock,
  split = false,
) {
  const report = () => {}
  const splits = openSplits({ ratios: readSplitRatios('a=1,b=1'), group: 'file' }, { report })
  const context = { report, labels: lockedNames(lock), ...(split ? { splits } : {}) }
  const files = new Map<string, string>()
  for await (const part of convert(streamOf(documents), format, context).parts) {
    if ('chunk' in part) files.set(part.path, `${files.get(part.path) ?? ''}${part.chunk}`)
  }
  return files
}

/** The lock after these documents, as the next run reads it. */
function grown(lock: LabelLock, documents: readonly LabeledDocument[]): LabelLock {
  const collector = openLabelCollector()
  for (const document of documents) collector.add(document)
  expect(labelLockDrift(lock, collector.labels(), { mayGrow: true })).toEqual([])
  return readLabelLock(writeLabelLock(extendLabelLock(lock, collector.labels())))
}

const old = grown(emptyLabelLock, [documentOf('box', 'one', 'Total', 'Datum', 'Logo')])
/** A class given up, and one with another name. */
const kept: LabelLock = {
  ...old,
  box: old.box.map((one) =>
    one.name === 'Datum'
      ? { ...one, removed: true as const }
      : one.name === 'Logo'
        ? { name: 'Zeichen 🦆', formerly: ['Logo'] }
        : one,
  ),
}

describe('numbers of a label lock', () => {
  const first = documentOf('box', 'two', 'Zeichen 🦆', 'Neu')
  const second = documentOf('box', 'three', 'Neu', 'Total')
  const lock = grown(kept, [first, second])

  it('are those of COCO from 1, with the places of classes that were removed', async () => {
    const runs = [[first, second], [second, first], [second]]
    for (const documents of runs) {
      const files = await written(target('coco'), documents, lock)
      const { categories, annotations } = JSON.parse(files.get('annotations.json') ?? '')
      expect(categories.map(({ id, name }: { id: number; name: string }) => [id, name])).toEqual([
        [1, 'Total'],
        [2, 'Datum'],
        [3, 'Zeichen 🦆'],
        [4, 'Neu'],
      ])
      const used = annotations.map((one: { category_id: number }) => one.category_id).sort()
      expect(used).toEqual(documents.length === 1 ? [1, 4] : [1, 3, 4, 4])
    }
  })

  it('are those of YOLO from 0', async () => {
    const files = await written(target('yolo'), [second, first], lock)
    const names = [...(files.get('data.yaml') ?? '').matchAll(/^ +(\d+): (.*)$/gm)]
    expect(names.map(([, number]) => number)).toEqual(['0', '1', '2', '3'])
    expect(names.map(([, , name]) => name?.replaceAll(/["']/g, ''))).toEqual([
      'Total',
      'Datum',
      'Zeichen 🦆',
      'Neu',
    ])
    const lines = [...files].filter(([path]) => path.endsWith('.txt')).map(([, text]) => text)
    const used = lines.flatMap((text) => [...text.matchAll(/^(\d+) /gm)].map(([, one]) => one))
    expect(used.sort()).toEqual(['0', '2', '3', '3'])
  })

  it('are the same in every split and every run', async () => {
    const documents = Array.from({ length: 8 }, (_, at) =>
      documentOf('span', `d${at}`, ...(at % 2 === 0 ? ['Ort', 'Art'] : ['Art'])),
    )
    const before = grown(emptyLabelLock, documents.slice(0, 2))
    const after = grown(before, [...documents].reverse())
    expect(after).toEqual(before)
    const card = async (some: readonly LabeledDocument[]) => {
      const files = await written(target('huggingface'), some, after, true)
      return [...(files.get('README.md') ?? '').matchAll(/'(\d+)': "?([^"\n]*)"?$/gm)].map(
        ([, number, name]) => `${number} ${name}`,
      )
    }
    const all = await card(documents)
    expect(all).toContain('1 B-Ort')
    expect(await card([...documents].reverse())).toEqual(all)
    expect(await card(documents.slice(1, 2))).toEqual(all)
  })

  it('are an error when documents use what was removed or renamed', () => {
    const drift = (name: string) => {
      const collector = openLabelCollector()
      collector.add(documentOf('box', 'x', name))
      return labelLockDrift(kept, collector.labels(), { mayGrow: true }).map(
        ({ code, severity }) => `${severity} ${code}`,
      )
    }
    expect(drift('Datum')).toEqual(['error engine/lock-removed'])
    expect(drift('Logo')).toEqual(['error engine/lock-renamed'])
    expect(drift('Zeichen 🦆')).toEqual([])
  })
})

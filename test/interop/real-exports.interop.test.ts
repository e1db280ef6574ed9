import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { conll } from '../../packages/targets/conll/src/index.ts'
import { huggingface } from '../../packages/targets/huggingface/src/index.ts'
import { type LoadedSplit, loadFolders } from './load-folders.ts'
import { check, hasPython } from './python.ts'
import { documentsOf, realExports } from './real-exports.ts'
import { type WrittenFolder, writeFolder } from './write-folder.ts'

interface Loaded extends WrittenFolder {
  readonly split: LoadedSplit
  /** The row of each label that seqeval finds in the CoNLL file of the same documents. */
  readonly conllRows?: readonly number[]
}

const exports = realExports()

// Conflicts and rejected labels are included here: the more labels, the more there is to compare.
const options = { unresolved: 'include' } as const

describe.skipIf(!hasPython || exports.length === 0)('real exports × datasets, seqeval', () => {
  const loaded = new Map<string, Loaded>()

  beforeAll(async () => {
    const written: WrittenFolder[] = []
    const conllFiles = new Map<string, string>()
    for (const { name, path } of exports) {
      const documents = await documentsOf({ name, path })
      const inTokens = documents.some(({ tasks }) => tasks.includes('token'))
      const task = inTokens ? 'tokens' : 'auto'
      const target = huggingface.configure?.({ ...options, task }) ?? huggingface
      written.push(await writeFolder(target, documents))
      if (!inTokens) continue
      const { folder } = await writeFolder(conll.configure?.(options) ?? conll, documents)
      conllFiles.set(name, join(folder, 'train.conll'))
    }
    const splits = await loadFolders(written.map(({ folder }) => folder))
    const args = [...conllFiles.values()].flatMap((path) => [path, 'iob2'])
    const readings = (await check('read_conll.py', ...args)) as { seqeval: [number][] }[]
    const names = [...conllFiles.keys()]
    for (const [index, { name }] of exports.entries()) {
      const [one, split] = [written[index], splits[index]?.train]
      if (one === undefined || split === undefined) continue
      const conllRows = readings[names.indexOf(name)]?.seqeval.map(([row]) => row)
      loaded.set(name, { ...one, split, ...(conllRows ? { conllRows } : {}) })
    }
  })

  it.for(exports.map(({ name }) => name))('loads %s with every row of the account', (name) => {
    const { ledger, split, conllRows } = loaded.get(name) ?? {}
    if (ledger === undefined || split === undefined) throw new Error(`${name} was not loaded.`)
    expect(split.rows.length).toBeGreaterThan(0)
    expect(split.streamed).toEqual(split.rows)
    expect(split.streamedFeatures).toEqual(split.features)
    expect(split.sameByScript).toBe(true)
    if (conllRows === undefined) return
    const { kept, changed } = ledger
    expect(split.rows).toHaveLength(kept.cell + changed.cell)
    expect(beginsOf(split)).toEqual(conllRows)
    expect(conllRows.length).toBeGreaterThanOrEqual(kept.span + changed.span)
  })
})

/** The row of each label, counted over rows that have tokens, as CoNLL files hold only those. */
function beginsOf({ features, rows }: LoadedSplit): readonly number[] {
  const [tags] = Array.isArray(features.tags) ? features.tags : []
  const classes: readonly string[] = tags.classes
  return rows
    .map((row) => (Array.isArray(row.tags) ? row.tags : []))
    .filter((numbers) => numbers.length > 0)
    .flatMap((numbers, index) =>
      numbers.filter((tag) => classes[tag]?.startsWith('B-')).map(() => index),
    )
}

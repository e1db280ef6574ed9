import { beforeAll, describe, expect, it } from 'vitest'
import { huggingface } from '../../packages/targets/huggingface/src/index.ts'
import { type LoadedSplit, loadFolders } from './load-folders.ts'
import { hasPython } from './python.ts'
import { documentsOf, realExports } from './real-exports.ts'
import { type WrittenFolder, writeFolder } from './write-folder.ts'

interface Loaded extends WrittenFolder {
  readonly split: LoadedSplit
}

// The more labels, the more slices there are to cut.
const options = { unresolved: 'include', task: 'relations' } as const
const exports = realExports()

describe.skipIf(!hasPython || exports.length === 0)('real exports × datasets, offsets', () => {
  const loaded = new Map<string, Loaded>()

  beforeAll(async () => {
    const written = new Map<string, WrittenFolder>()
    for (const { name, path } of exports) {
      const documents = await documentsOf({ name, path })
      if (!documents.some(({ annotations }) => annotations.some(({ type }) => type === 'span')))
        continue
      written.set(
        name,
        await writeFolder(huggingface.configure?.(options) ?? huggingface, documents),
      )
    }
    const found = await loadFolders([...written.values()].map(({ folder }) => folder))
    for (const [index, [name, one]] of [...written].entries()) {
      const split = found[index]?.train
      if (split !== undefined) loaded.set(name, { ...one, split })
    }
  })

  it('give labels whose slices in Python are their quotes, each of them once', () => {
    expect(loaded.size).toBeGreaterThan(0)
    for (const [name, { ledger, split }] of loaded) {
      const { kept, changed } = ledger
      expect([name, split.slices.length]).toEqual([name, kept.span + changed.span])
      expect([name, split.sameByScript]).toEqual([name, true])
    }
  })

  it('give every arrow between two labels', () => {
    for (const [name, { ledger, split }] of loaded) {
      const arrows = split.rows.flatMap(({ relations }) => relations)
      expect([name, arrows.length]).toEqual([name, ledger.kept.relation])
    }
  })
})

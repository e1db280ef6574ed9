import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Ledger } from '@labelport/format'
import { beforeAll, describe, expect, it } from 'vitest'
import { brat } from '../../packages/targets/brat/src/index.ts'
import { labelStudio } from '../../packages/targets/label-studio/src/index.ts'
import { check, hasPython } from './python.ts'
import { documentsOf, realExports } from './real-exports.ts'
import { writeFolder } from './write-folder.ts'

const exports = realExports()
const names = exports.map(({ name }) => name)
const kinds = ['text', 'conversation', 'table', 'image', 'audio'] as const

interface Tasks {
  readonly problems: readonly string[]
  readonly moved: readonly string[]
  readonly min: readonly unknown[]
}

interface Standoff {
  readonly labels: readonly (readonly [label: string, text: string])[]
  readonly quoted: readonly string[]
}

// Conflicts and rejected labels are included here: the more labels, the more there is to compare.
const options = { unresolved: 'include' } as const

/** What tasks have no place for: comments, and what lies where nothing can lie. */
const withoutPlace = ['no-place', 'no-size', 'no-shape', 'zero-size', 'left-out', 'span-not-shown']

describe.skipIf(!hasPython || exports.length === 0)(
  'real exports with all copies × label-studio-sdk, Python',
  () => {
    const tasks = new Map<string, readonly Tasks[]>()
    const ledgers = new Map<string, Ledger>()
    const standoff = new Map<string, Standoff>()

    beforeAll(async () => {
      const folders = new Map<string, readonly string[]>()
      const texts: string[] = []
      for (const one of exports) {
        const documents = await documentsOf(one, 'all')
        const target = labelStudio.configure?.(options) ?? labelStudio
        const { folder, ledger } = await writeFolder(target, documents)
        folders.set(
          one.name,
          kinds.map((kind) => join(folder, kind)).filter((path) => existsSync(path)),
        )
        ledgers.set(one.name, ledger)
        texts.push((await writeFolder(brat.configure?.(options) ?? brat, documents)).folder)
      }
      // The scripts print these shapes; a mistake in them fails the comparisons.
      const read = await check('read_label_studio.py', ...[...folders.values()].flat())
      const readings = [...(read as readonly Tasks[])]
      for (const [name, { length }] of folders) tasks.set(name, readings.splice(0, length))
      const quotes = (await check('read_brat.py', ...texts)) as readonly Standoff[]
      for (const [index, name] of names.entries()) {
        const reading = quotes[index]
        if (reading !== undefined) standoff.set(name, reading)
      }
    }, 300_000)

    it.for(names)('gives the SDK valid tasks of %s, with labels where Python cuts', (name) => {
      const readings = tasks.get(name) ?? []
      expect(readings.flatMap(({ min }) => min).length).toBeGreaterThan(0)
      expect(readings.flatMap(({ problems, moved }) => [...problems, ...moved])).toEqual([])
      const lost = ledgers.get(name)?.entries.filter(({ effect }) => effect === 'dropped') ?? []
      const codes = new Set(lost.map(({ code }) => code.replace('label-studio/', '')))
      expect([...codes].filter((code) => !withoutPlace.includes(code))).toEqual([])
    })

    it.for(names)('gives brat and Python the labels of %s as they are', (name) => {
      const { labels, quoted } = standoff.get(name) ?? {}
      expect(quoted).toBeDefined()
      expect(labels?.map(([, text]) => text)).toEqual(quoted)
    })
  },
)

import { targets } from '@labelport/catalog'
import { writeDocuments } from '@labelport/format'
import { collect, cutDocument, everything, fleeting } from '@labelport/format-testing'
import { describe, expect, it } from 'vitest'
import { read } from './workspace.ts'

/** One target with options, and what the page on scale says it holds of a long document. */
interface Stated {
  readonly id: string
  readonly options: Readonly<Record<string, string>>
  readonly holds: 'one segment' | 'the document'
}

function* stated(): Generator<Stated> {
  const [, section = ''] = read('docs/scale.md').split('\n## Long documents\n')
  const [table = ''] = section.split('\n## ')
  for (const [, named = '', holds] of table.matchAll(
    /^\| (`.*?) \| (one segment|the document)/gm,
  )) {
    for (const [, id = '', option] of named.matchAll(/`([a-z-]+)(?: ([a-z]+=[a-z-]+))?`/g)) {
      const [name, value] = option?.split('=') ?? []
      const options = name === undefined || value === undefined ? {} : { [name]: value }
      yield { id, options, holds: holds === 'one segment' ? holds : 'the document' }
    }
  }
}

const statements = [...stated()]

describe('the page on scale', () => {
  it('says of every target what it holds of a long document', () => {
    expect([...new Set(statements.map(({ id }) => id))].sort()).toEqual(
      targets.map(({ id }) => id).sort(),
    )
  })

  it.each(statements)(
    'is right about $id with $options: $holds',
    async ({ id, options, holds }) => {
      const target = targets.find((one) => one.id === id)
      if (target === undefined) throw new Error(`There is no target ${id}.`)
      const format = target.configure?.(options) ?? target
      const segments = cutDocument(everything(), [1, 2, 3])
      expect(segments.length).toBeGreaterThan(1)
      const { parts } = writeDocuments(format, fleeting(segments), { report: () => {} })
      const writing = collect(parts)
      // What is held longer than it may be looked at is a revoked proxy.
      if (holds === 'the document')
        await expect(writing).rejects.toThrow(/proxy that has been revoked/)
      else expect((await writing).size).toBeGreaterThan(0)
    },
  )
})

import type { Diagnostic } from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openOwnIds, reportSharedIds } from '../src/index.ts'
import { herbDocument } from './documents.ts'

interface Held {
  readonly path: string
  readonly id: string
}

/** The ids of documents as they lie in shards, each file with one document. */
function inShards(shards: readonly (readonly Held[])[]) {
  return shards.map((shard) => {
    const own = openOwnIds()
    for (const [at, { id }] of shard.entries()) own.add(documentOf(id), at)
    return { ids: own.ids() ?? '', paths: shard.map(({ path }) => path) }
  })
}

function documentOf(id: string, more: Partial<LabeledDocument> = {}): LabeledDocument {
  return herbDocument('salbei.txt', { id, ...more })
}

function told(shards: readonly (readonly Held[])[]): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = []
  reportSharedIds(inShards(shards), (one) => diagnostics.push(one))
  return diagnostics
}

describe('ids that files gave their documents', () => {
  it('are told with both files when two have the same', () => {
    const diagnostics = told([
      [
        { path: 'b', id: '1' },
        { path: 'c', id: '2' },
      ],
      [],
      [{ path: 'a', id: '1' }],
    ])
    expect(diagnostics).toEqual([
      {
        severity: 'warning',
        code: 'engine/shared-id',
        message:
          'A document has the id of one in "a"; both keep it. Give one another id, leave it out, or take the paths of files as ids.',
        place: { path: 'b' },
      },
    ])
  })

  it('are told alike however documents lie in shards', () => {
    const held = fc.array(fc.constantFrom('1', '2', '3', '4'), { maxLength: 12 })
    const places = fc.array(fc.nat(3), { minLength: 12, maxLength: 12 })
    fc.assert(
      fc.property(held, places, (ids, shardOf) => {
        const files = ids.map((id, at) => ({ path: `file-${String(at).padStart(2, '0')}`, id }))
        const shards = [0, 1, 2, 3].map((shard) => files.filter((_, at) => shardOf[at] === shard))
        const apart = told(shards)
        expect(apart).toEqual(told([files]))
        expect(apart).toHaveLength(ids.length - new Set(ids).size)
      }),
    )
  })

  it('are another in another project and in another copy', () => {
    const own = openOwnIds()
    own.add(documentOf('1'), 0)
    own.add(documentOf('1', { project: { id: 'p' } }), 1)
    own.add(documentOf('1', { cabinet: { role: 'labeler', folder: 'DOCUMENT-a' } }), 2)
    own.add(documentOf('1', { cabinet: { role: 'labeler', folder: 'DOCUMENT-b' } }), 3)
    const codes: string[] = []
    reportSharedIds([{ ids: own.ids() ?? '', paths: [] }], ({ code }) => codes.push(code))
    expect(codes).toEqual([])
  })

  it('are none where nobody gave one', () => {
    expect(openOwnIds().ids()).toBeUndefined()
    const codes: string[] = []
    reportSharedIds([{ ids: '', paths: ['a'] }], ({ code }) => codes.push(code))
    expect(codes).toEqual([])
  })
})

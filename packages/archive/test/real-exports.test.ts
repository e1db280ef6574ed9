import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { memorySource, type Source } from '@labelport/format'
import type { Cabinet } from '@labelport/model'
import { describe, expect, it } from 'vitest'
import { type ExportInput, openJsZip } from '../src/index.ts'
import { opened } from './support/collect.ts'
import { inMemory } from './support/outcome.ts'

const here = dirname(fileURLToPath(import.meta.url))
const samples = join(here, '../../../../shared/real-exports')
const expectations = join(samples, 'expected.json')

const roles = { labeler: 'DOCUMENT', review: 'REVIEW', root: 'ROOT' } as const satisfies Record<
  Cabinet['role'],
  string
>

describe('real exports', () => {
  if (!existsSync(expectations)) {
    it.skip('are not here: put them beside the repository to test with them', () => {})
    return
  }
  const expected: Readonly<Record<string, { readonly documentsByRole: Record<string, number> }>> =
    JSON.parse(readFileSync(expectations, 'utf8'))

  it.each(Object.entries(expected))('%s has the documents it should have', async (name, counts) => {
    for (const input of await inputsOf(name)) {
      const { set, diagnostics } = await opened(input)
      expect(diagnostics).toEqual([])
      expect(set.projects.length).toBe(1)
      const found: Record<string, number> = {}
      for (const { cabinet, files } of set.projects.flatMap(({ cabinets }) => cabinets)) {
        const role = cabinet === undefined ? 'none' : roles[cabinet.role]
        found[role] = (found[role] ?? 0) + files.length
      }
      expect(found).toEqual(counts.documentsByRole)
    }
  })

  /** A zip is read in every way there is. */
  async function inputsOf(name: string): Promise<readonly ExportInput[]> {
    const path = join(samples, name)
    if (statSync(path).isDirectory()) return [{ type: 'folder', name, files: filesIn(path) }]
    const bytes = new Uint8Array(readFileSync(path))
    const { entries } = await openJsZip(bytes, {
      name,
      report: ({ message }) => expect.fail(message),
    })
    return [
      { type: 'zip', name, file: inMemory(bytes) },
      { type: 'folder', name, files: entries },
    ]
  }

  function filesIn(folder: string): readonly Source[] {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const path = join(entry.parentPath, entry.name)
        return memorySource(relative(folder, path), readFileSync(path))
      })
  }
})

import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { labelport, temporaryFolder } from './io.ts'

const real = fileURLToPath(new URL('../../../../shared/real-exports', import.meta.url))

/** Unpacked exports with several labelers. */
const projects = ['datasaur-schema-token', 'tsv-iob'].flatMap((kind) => {
  const folder = join(real, kind)
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .filter((path) => existsSync(join(path, 'project-data.json')))
})

describe.skipIf(projects.length === 0)('merging the labelers of real exports', () => {
  it.each(projects)('%s: every rule accounts for every statement', async (project) => {
    const folder = await temporaryFolder()
    const kept: number[] = []
    for (const rule of ['union', 'majority', 'intersection']) {
      const words = ['convert', project, '--to', 'native', '--out', rule, '--merge', rule, '--json']
      const { stdout } = await labelport(words, { cwd: folder })
      const { error, ledger, steps } = JSON.parse(stdout)
      if (error !== undefined) {
        // A sample may hold no labeler's copy; nothing else may go wrong.
        expect(error.message).toBe('Nothing was written.')
        return
      }
      expect(ledger.source).toEqual(sum(steps[0].ledger.kept, steps[0].ledger.changed))
      kept.push(ledger.source.span)
    }
    expect(kept).toEqual([...kept].sort((a, b) => b - a))
  })
})

function sum(one: Readonly<Record<string, number>>, other: Readonly<Record<string, number>>) {
  return Object.fromEntries(
    Object.entries(one).map(([type, count]) => [type, count + (other[type] ?? 0)]),
  )
}

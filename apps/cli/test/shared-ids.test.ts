import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { labelport, temporaryFolder } from './io.ts'
import { isBuilt, start } from './support/built-program.ts'
import { contentsOf } from './support/many-documents.ts'
import { nativeDocuments, nativeText } from './support/native-documents.ts'

/** Twenty files with ids of their own; three of them, in several shards, have the same. */
const shared = ['salbei', 'minze', 'möhre']
const ids = Object.fromEntries([
  ...Array.from({ length: 17 }, (_, at) => [`beet-${at}`, `id-${at}`]),
  ...shared.map((name) => [name, 'id-gleich']),
])

const shards = ['--to', 'native', '--shard-size', '700']

async function run(...words: readonly string[]) {
  const { code, stdout } = await labelport([...words, '--json'])
  return { code, ...JSON.parse(stdout) }
}

/** What is told of ids: the file it is told of, and the other. */
function told({ diagnostics }: { readonly diagnostics: readonly Diagnostic[] }) {
  return diagnostics
    .filter(({ code }) => code === 'engine/shared-id')
    .map(({ place, message }) => [place.path, /"([^"]+)"/.exec(message)?.[1]])
}

interface Diagnostic {
  readonly code: string
  readonly message: string
  readonly place: { readonly path: string }
}

const pathOf = (name: string): string => `REVIEW/${name}.labelport.jsonl`
const both = [
  [pathOf('möhre'), pathOf('minze')],
  [pathOf('salbei'), pathOf('minze')],
]

/** The ids in native files. */
function idsIn(contents: Readonly<Record<string, string>>): readonly string[] {
  const lines = Object.entries(contents)
    .filter(([path]) => path.endsWith('.jsonl'))
    .flatMap(([, text]) => Buffer.from(text, 'latin1').toString().trim().split('\n'))
  const values = lines.map((line) => JSON.parse(line)).filter(({ type }) => type === 'document')
  return values.map(({ value }) => value.id).sort()
}

describe('files that hold documents with one id', () => {
  it('are both told, whether shards are written in one run, in parts or a few at a time', async () => {
    const folder = await temporaryFolder()
    const root = await nativeDocuments(folder, ids)
    const whole = join(folder, 'whole')
    const once = await run('convert', root, '--out', whole, ...shards)
    expect(once).toMatchObject({ code: 0, documents: 20 })
    expect(once.shards.of).toBeGreaterThan(4)
    expect(told(once)).toEqual(both)
    const contents = await contentsOf(whole)
    expect(idsIn(contents)).toEqual(Object.values(ids).sort())

    const parts = [1, 2, 3].map((number) => join(folder, `part-${number}`))
    for (const [at, out] of parts.entries())
      await run('convert', root, '--out', out, ...shards, '--part', `${at + 1}/3`)
    const merged = await run('merge-parts', ...parts, '--out', join(folder, 'merged'))
    expect(told(merged)).toEqual(both)
    expect(await contentsOf(join(folder, 'merged'))).toEqual(contents)

    const late = join(root, pathOf('salbei'))
    const grown = join(folder, 'grown')
    await rm(late)
    await run('convert', root, '--out', grown, ...shards, '--incremental')
    await writeFile(late, nativeText('salbei', 'id-gleich'))
    const next = await run('convert', root, '--out', grown, ...shards, '--incremental')
    expect(next.shards.reused).toBe(next.shards.of - 1)
    expect(told(next)).toEqual(both)
    expect(await contentsOf(grown)).toEqual(contents)
  })

  it('are told by each part only as far as it knows them', async () => {
    const folder = await temporaryFolder()
    const root = await nativeDocuments(folder, ids)
    const parts = await Promise.all(
      [1, 2, 3, 4].map((number) => {
        const out = join(folder, `part-${number}`)
        return run('convert', root, '--out', out, ...shards, '--part', `${number}/4`)
      }),
    )
    expect(parts.flatMap(told).length).toBeLessThan(both.length)
  })

  it('are told when ranges of the source are written into one file', async () => {
    const folder = await temporaryFolder()
    const root = await nativeDocuments(folder, ids)
    const outcome = await run('convert', root, '--out', join(folder, 'out'), '--to', 'native')
    expect(told(outcome)).toEqual(both)
    expect(idsIn(await contentsOf(join(folder, 'out')))).toEqual(Object.values(ids).sort())
  })

  it('are fine where documents have the paths of their files as ids', async () => {
    const folder = await temporaryFolder()
    const root = await nativeDocuments(folder, ids)
    const all = []
    for (const more of [shards, ['--to', 'native']]) {
      const out = join(folder, String(all.length))
      const outcome = await run('convert', root, '--out', out, ...more, '--ids', 'path')
      expect(outcome).toMatchObject({ code: 0, documents: 20, diagnostics: [] })
      all.push(idsIn(await contentsOf(out)))
    }
    expect(all[0]).toEqual(Object.keys(ids).map(pathOf).sort())
    expect(all[1]).toEqual(all[0])
    const words = ['convert', root, '--out', join(folder, 'no'), ...shards, '--ids', 'name']
    expect(await labelport(words)).toMatchObject({ code: 2 })
  })

  it.skipIf(!isBuilt)('are told by any number of threads in the same words', async () => {
    const folder = await temporaryFolder()
    const root = await nativeDocuments(folder, ids)
    const outcomes = await Promise.all(
      ['1', '2', '3'].map(async (jobs) => {
        const words = ['convert', root, '--out', join(folder, jobs), ...shards, '--jobs', jobs]
        const { stdout } = await start([...words, '--json']).ended
        return {
          diagnostics: JSON.parse(stdout).diagnostics,
          files: await contentsOf(join(folder, jobs)),
        }
      }),
    )
    expect(told(outcomes[0] ?? { diagnostics: [] })).toEqual(both)
    expect(outcomes[1]).toEqual(outcomes[0])
    expect(outcomes[2]).toEqual(outcomes[0])
  })

  it('are fine where one is in another copy of the project, or has the id of its path', async () => {
    const folder = await temporaryFolder()
    const root = await nativeDocuments(folder, { minze: 'one', salbei: pathOf('salbei') })
    await nativeDocuments(folder, { beet: 'one', kerbel: 'other' }, 'DOCUMENT-ann_example_org')
    const words = [...shards, '--cabinet', 'all']
    const outcome = await run('convert', root, '--out', join(folder, 'out'), ...words)
    expect(outcome).toMatchObject({ documents: 4, diagnostics: [] })
  })
})

import { cp, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from './io.ts'
import { isBuilt, start } from './support/built-program.ts'
import { contentsOf, manyDocuments, textOf } from './support/many-documents.ts'

type Contents = Readonly<Record<string, string>>

/** When runs are killed, as shares of the time an undisturbed one takes; some come too late, and that is fine too. */
const moments = [0.4, 0.7, 0.95]

/** Runs a command line to its end; returns how long that took in ms. */
async function done(words: readonly string[], cwd: string): Promise<number> {
  const begun = performance.now()
  const { code, stderr } = await start(words, cwd).ended
  expect({ code, stderr }).toMatchObject({ code: 0 })
  return performance.now() - begun
}

/** Starts a command line and kills it after some time. */
async function killed(words: readonly string[], cwd: string, after: number): Promise<void> {
  const { child, ended } = start(words, cwd)
  const timer = setTimeout(() => child.kill('SIGKILL'), after)
  await ended
  clearTimeout(timer)
}

/** What a folder holds; undefined when it is not there. */
async function contentsIn(folder: string): Promise<Contents | undefined> {
  const found = await contentsOf(folder).catch(() => ({}))
  return Object.keys(found).length === 0 ? undefined : found
}

/**
 * Kills a command at one moment after the other, each time on what the last one left, and lets it finish then. At all
 * times its folder has to be what it was before or what it is in the end, and in the end nothing else may lie about.
 */
async function survives(cwd: string, out: string, words: readonly string[], time: number) {
  const folder = join(cwd, out)
  const before = await contentsIn(folder)
  const seen: (Contents | undefined)[] = []
  for (const moment of moments) {
    await killed(words, cwd, time * moment)
    seen.push(await contentsIn(folder))
  }
  await done(words, cwd)
  const after = await contentsIn(folder)
  expect(after).toBeDefined()
  for (const one of seen) expect([before, after]).toContainEqual(one)
  const names = await readdir(cwd)
  expect(names.filter((name) => name.startsWith('.'))).toEqual([])
  return after
}

describe.skipIf(!isBuilt)('a run that is killed', () => {
  const cut = ['--to', 'native', '--shard-size', '20kB']

  async function garden() {
    const cwd = await temporaryFolder()
    return { cwd, root: await manyDocuments(cwd, { documents: 60, rows: 60 }) }
  }

  it('while it brings a data set up to date leaves the old one or the new one', async () => {
    const { cwd, root } = await garden()
    const words = ['convert', root, '--out', 'data', ...cut, '--incremental']
    const time = await done(words, cwd)
    for (let number = 0; number < 60; number += 2)
      await writeFile(join(root, 'REVIEW', `beet-${number}.txt.tsv`), textOf(number + 1, 61))
    const after = await survives(cwd, 'data', words, time)
    await done(['convert', root, '--out', 'fresh', ...cut], cwd)
    expect(after).toEqual(await contentsIn(join(cwd, 'fresh')))
  }, 120_000)

  it('while several threads write leaves nothing or everything', async () => {
    const { cwd, root } = await garden()
    const words = ['convert', root, ...cut, '--jobs', '2']
    const time = await done([...words, '--out', 'fresh'], cwd)
    const after = await survives(cwd, 'data', [...words, '--out', 'data', '--overwrite'], time)
    expect(after).toEqual(await contentsIn(join(cwd, 'fresh')))
  }, 120_000)

  it('while parts are written or put together leaves nothing that looks finished', async () => {
    const { cwd, root } = await garden()
    const words = ['convert', root, ...cut]
    await done([...words, '--out', 'fresh'], cwd)
    const time = await done([...words, '--out', 'part-1', '--part', '1/2'], cwd)
    const second = [...words, '--out', 'part-2', '--part', '2/2', '--overwrite']
    await survives(cwd, 'part-2', second, time)
    const merge = ['merge-parts', 'part-1', 'part-2', '--overwrite', '--out']
    const mergeTime = await done([...merge, 'first'], cwd)
    await cp(join(cwd, 'part-1'), join(cwd, 'data'), { recursive: true })
    const after = await survives(cwd, 'data', [...merge, 'data'], mergeTime)
    expect(after).toEqual(await contentsIn(join(cwd, 'fresh')))
  }, 120_000)
})

import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { labelport, temporaryFolder } from './io.ts'
import { textOf } from './support/many-documents.ts'

/** An export of files that hold two texts, many times each. */
async function repeated(folder: string): Promise<string> {
  const root = join(folder, 'Garten-A1b2C3d4E5f')
  await mkdir(join(root, 'REVIEW'), { recursive: true })
  for (let number = 0; number < 24; number += 1)
    await writeFile(join(root, 'REVIEW', `beet-${number}.txt.tsv`), textOf(number % 2))
  return root
}

async function run(...words: readonly string[]) {
  const { code, stdout } = await labelport([...words, '--json'])
  const { leaks, diagnosticCounts, shards, ...more } = JSON.parse(stdout)
  const told = leaks.map(({ type, splits }: { type: string; splits: readonly string[] }) => [
    type,
    [...splits].sort(),
  ])
  return { code, told, warnings: diagnosticCounts?.warning, shards, ...more }
}

describe('texts in several splits', () => {
  it('are told once each, whichever way the data set is written', async () => {
    const folder = await temporaryFolder()
    const root = await repeated(folder)
    const split = ['--split', 'a=1,b=1,c=1', '--split-group', 'file']
    const words = ['convert', root, '--to', 'conll', ...split]
    const cut = [...words, '--shard-size', '300']
    const expected = {
      ...{ code: 0, warnings: 2 },
      told: [
        ['text', ['a', 'b', 'c']],
        ['text', ['a', 'b', 'c']],
      ],
    }
    expect(await run(...words, '--out', join(folder, 'ranges'))).toMatchObject(expected)
    const once = await run(...cut, '--out', join(folder, 'data'), '--incremental')
    expect(once).toMatchObject(expected)
    expect(once.shards.of).toBeGreaterThan(4)
    const again = await run(...cut, '--out', join(folder, 'data'), '--incremental')
    expect(again).toMatchObject({ ...expected, shards: { reused: once.shards.of } })
    const parts = [1, 2, 3].map((number) => join(folder, `part-${number}`))
    for (const [at, out] of parts.entries())
      await run(...cut, '--out', out, '--part', `${at + 1}/3`)
    const merged = await run('merge-parts', ...parts, '--out', join(folder, 'merged'))
    expect(merged).toMatchObject(expected)
  })
})

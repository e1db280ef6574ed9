import { existsSync, readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { labelport, temporaryFolder } from './io.ts'

const real = fileURLToPath(new URL('../../../../shared/real-exports', import.meta.url))

/** Zips, and unpacked exports. */
const inputs = existsSync(real)
  ? readdirSync(real, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.zip$|project-data\.json$/.test(path))
      .map((path) => join(real, path.replace(/[/\\]project-data\.json$/, '')))
  : []

const file = 'documents.labelport.jsonl'

describe.skipIf(inputs.length === 0)('real exports', () => {
  it.each(inputs.map((path) => [basename(path), path]))(
    '%s: comes back byte for byte, every copy, from another format and its residue',
    async (_, input) => {
      const cwd = await temporaryFolder()
      const run = (...words: readonly string[]) => labelport(words, { cwd })
      const all = [input, '--cabinet', 'all']
      const direct = await run('convert', ...all, '--to', 'native', '--out', 'native')
      expect(direct.stdout).toContain('Wrote')
      for (const id of ['json', 'tsv-iob']) {
        const kept = ['--residue', `${id}.residue.jsonl`]
        await run('convert', ...all, '--to', id, '--out', id, ...kept)
        await run('restore', id, ...kept, '--out', `${id}-again`)
        const [expected, found] = await Promise.all(
          ['native', `${id}-again`].map((folder) => readFile(join(cwd, folder, file), 'utf8')),
        )
        expect(found === expected, id).toBe(true)
      }
    },
  )

  it.each(inputs.map((path) => [basename(path), path]))(
    '%s: has a place for every label of its training data',
    async (_, input) => {
      const cwd = await temporaryFolder()
      const words = ['convert', input, '--cabinet', 'all', '--to', 'conll', '--out', 'data']
      await labelport([...words, '--provenance'], { cwd })
      const text = await readFile(join(cwd, 'data', 'provenance.jsonl'), 'utf8')
      const lines = text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line)]))
      const labels = lines.filter(({ type }) => !['provenance', 'document'].includes(type))
      expect(labels.filter(({ line, pointer }) => line === undefined && !pointer)).toEqual([])
      expect(text).not.toMatch(/[\w.]+@[\w-]+\.\w/)
    },
  )
})

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { memorySource } from '@labelport/format'
import { expect, it } from 'vitest'
import { read, write } from './session.ts'

const folder = new URL('../../../../../shared/real-exports/', import.meta.url)
const present = existsSync(new URL('tsv-iob/', folder))

function filesOf(project: string): string[] {
  return readdirSync(new URL(project, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.tsv'))
    .map((path) => `${project}/${path}`)
    .sort()
}

type Counts = Record<'documents' | 'rows' | 'spans' | 'tokens', number>

const expected: Record<string, Counts> = present
  ? JSON.parse(readFileSync(new URL('expected.json', folder), 'utf8'))
  : {}
const projects = Object.keys(expected).filter((key) => key.startsWith('tsv-iob/'))

it.skipIf(!present)('counts what another reader counted in real exports', async () => {
  for (const project of projects) {
    const sums = { documents: 0, rows: 0, spans: 0, tokens: 0 }
    for (const path of filesOf(project)) {
      const source = memorySource(path, readFileSync(new URL(path, folder)))
      const { documents, diagnostics } = await read(source)
      expect(diagnostics).toEqual([])
      sums.documents += 1
      for (const { cells, annotations } of documents) {
        sums.rows += cells.length
        sums.spans += annotations.length
        for (const { tokens } of cells) sums.tokens += (tokens?.length ?? 0) / 2
      }
    }
    const { documents, rows, spans, tokens } = expected[project] ?? sums
    expect({ project, ...sums }).toEqual({ project, documents, rows, spans, tokens })
    expect(expected).toHaveProperty([project])
  }
  expect(projects.length).toBeGreaterThan(0)
})

it.skipIf(!present)('writes every real export back byte for byte', async () => {
  for (const path of projects.flatMap(filesOf)) {
    const bytes = readFileSync(new URL(path, folder))
    const { documents } = await read(memorySource(path, bytes))
    const { files, ledger } = await write(documents)
    expect([...files.values()][0], path).toBe(bytes.toString('utf8'))
    expect(ledger.entries).toEqual([])
  }
})

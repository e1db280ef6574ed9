import { mkdir, mkdtemp, readdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { run } from 'labelport'
import { beforeAll, describe, expect, it } from 'vitest'
import { check, hasPython } from './python.ts'

type Counts = readonly (readonly [string, number])[]

interface Reading {
  readonly streaming: { readonly shards: number; readonly documents: Counts; readonly tags: Counts }
  readonly loaded: Counts
  readonly duckdb: Counts
  readonly arrow: Counts
  readonly jsonl: { readonly pandas: Counts; readonly duckdb: Counts }
  readonly csv: { readonly pandas: number; readonly duckdb: number }
}

const names = Array.from({ length: 40 }, (_, number) => `Beet ${number} 🌿.txt`).sort()

/** Two rows with three labels for every document. */
const text = 'Möhre\tB-Pflanze\nund\tO\nDill\tB-Pflanze\n\nBeet\tB-Ort\nzwei\tI-Ort\n\n'

/** An export with many small documents, as shards of several targets. */
async function writeShards(): Promise<
  Readonly<Record<'huggingface' | 'jsonl' | 'csv-table', string>>
> {
  const output = '.artifacts/interop-output'
  await mkdir(output, { recursive: true })
  const root = await mkdtemp(join(output, 'shards-'))
  await mkdir(join(root, 'export', 'REVIEW'), { recursive: true })
  for (const name of names) await writeFile(join(root, 'export', 'REVIEW', `${name}.tsv`), text)
  const said: string[] = []
  const stream = { write: (one: string) => void said.push(one), isTerminal: false }
  const surroundings = { stdout: stream, stderr: stream, env: {}, cwd: resolve(root), version: '0' }
  for (const target of ['huggingface', 'jsonl', 'csv-table']) {
    const words = ['convert', 'export', '--to', target, '--out', target, '--shard-size', '500']
    const { signal } = new AbortController()
    expect(await run(words, { ...surroundings, signal }), said.join('')).toBe(0)
  }
  const folder = (target: string): string => join(root, target)
  return {
    huggingface: folder('huggingface'),
    jsonl: folder('jsonl'),
    'csv-table': folder('csv-table'),
  }
}

describe.skipIf(!hasPython)('shards × datasets streaming, DuckDB, Arrow, pandas', () => {
  let reading: Reading
  let files: readonly string[]
  beforeAll(async () => {
    const folders = await writeShards()
    files = await readdir(join(folders.huggingface, 'data'))
    const { huggingface, jsonl, 'csv-table': tables } = folders
    reading = (await check('read_shards.py', huggingface, jsonl, tables)) as Reading
  })
  const each = (rows: number): Counts => names.map((name) => [name, rows])

  it('are streamed file by file by datasets, with the names of all classes', () => {
    expect(files.length).toBeGreaterThan(3)
    expect(reading.streaming.shards).toBe(files.length)
    expect(reading.streaming.documents).toEqual(each(2))
    expect(reading.streaming.tags).toEqual([
      ['B-Ort', 40],
      ['B-Pflanze', 80],
      ['I-Ort', 40],
      ['O', 40],
    ])
  })

  it('are one data set for datasets, DuckDB and Arrow', () => {
    expect(reading.loaded).toEqual(each(2))
    expect(reading.duckdb).toEqual(each(2))
    expect(reading.arrow).toEqual(each(2))
  })

  it('are loaded together by the scripts beside lines and tables', () => {
    expect(reading.jsonl).toEqual({ pandas: each(1), duckdb: each(1) })
    expect(reading.csv).toEqual({ pandas: 120, duckdb: 120 })
  })
})

import { existsSync, readFileSync } from 'node:fs'
import { memorySource } from '@labelport/format'
import { expect, it } from 'vitest'
import { configured, read, told, write } from './session.ts'
import { unzip } from './unzip.ts'

const folder = new URL('../../../../../shared/real-exports/', import.meta.url)
const present = existsSync(new URL('row-csv/', folder))

interface Counts {
  readonly documents: number
  readonly cells: number
  readonly rowsAfterHeader: number
}

const expected: Record<string, Counts> = present
  ? JSON.parse(readFileSync(new URL('expected.json', folder), 'utf8'))
  : {}
const zips = Object.keys(expected).filter((key) => key.startsWith('row-csv/'))

function tablesOf(zip: string): [string, Buffer][] {
  return [...unzip(readFileSync(new URL(zip, folder)))].filter(([path]) => path.endsWith('.csv'))
}

it.skipIf(!present)('counts what another reader counted in real exports', async () => {
  expect(zips.length).toBeGreaterThan(0)
  for (const zip of zips) {
    const sums = { documents: 0, cells: 0, rowsAfterHeader: 0 }
    for (const [path, bytes] of tablesOf(zip)) {
      const { documents, diagnostics } = await read(memorySource(path, bytes))
      expect(told(diagnostics)).toEqual([])
      for (const { cells } of documents) {
        sums.documents += 1
        sums.cells += cells.length
        sums.rowsAfterHeader += new Set(cells.map(({ row }) => row)).size
      }
    }
    const { documents, cells, rowsAfterHeader } = expected[zip] ?? {}
    expect({ zip, ...sums }).toEqual({ zip, documents, cells, rowsAfterHeader })
  }
})

it.skipIf(!present)('writes every real export back byte for byte', async () => {
  for (const [path, bytes] of zips.flatMap(tablesOf)) {
    const { documents } = await read(memorySource(path, bytes))
    const { files, ledger } = await write(documents)
    expect([...files.values()][0], path).toBe(bytes.toString('utf8'))
    expect(ledger.entries).toEqual([])
  }
})

it.skipIf(!present)('writes them back byte for byte with a column read as answers', async () => {
  for (const [path, bytes] of zips.flatMap(tablesOf)) {
    const header = bytes.toString('utf8').split('\r\n', 1)[0] ?? ''
    const format = configured({ answers: [header.split(',').at(-1) ?? ''] })
    const { documents, diagnostics } = await read(memorySource(path, bytes), {}, format)
    expect(diagnostics).toEqual([])
    expect(documents[0]?.annotations.length).toBeGreaterThan(0)
    const { files, ledger } = await write(documents, format)
    expect([...files.values()][0], path).toBe(bytes.toString('utf8'))
    expect(ledger.entries).toEqual([])
  }
})

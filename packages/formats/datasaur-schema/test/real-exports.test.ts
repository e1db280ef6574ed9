import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { countStatements, type LabeledDocument, tokenCount } from '@labelport/model'
import JSZip from 'jszip'
import { expect, it } from 'vitest'
import { readFile, writeFile } from './round-trip.ts'
import { outcomeOf, writtenOf } from './segments.ts'

const folder = new URL('../../../../../shared/real-exports/', import.meta.url)
const present = existsSync(new URL('expected.json', folder))
const expected: Record<string, Record<string, unknown>> = present
  ? JSON.parse(readFileSync(new URL('expected.json', folder), 'utf8'))
  : {}
const exports = Object.keys(expected).filter((key) => key.startsWith('datasaur-schema-'))

/** The documents of an export, a folder or a zip, as bytes by path. */
async function filesOf(key: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>()
  const isDocument = (path: string) => path.endsWith('.json') && !path.endsWith('project-data.json')
  if (key.endsWith('.zip')) {
    const zip = await JSZip.loadAsync(readFileSync(new URL(encodeURI(key), folder)))
    for (const entry of Object.values(zip.files)) {
      if (isDocument(entry.name)) files.set(entry.name, await entry.async('uint8array'))
    }
    return files
  }
  const root = new URL(`${key}/`, folder)
  for (const path of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
    if (isDocument(path)) files.set(path, new Uint8Array(readFileSync(new URL(path, root))))
  }
  return files
}

/** What expected.json counts; zeros are left out there. */
function countsOf(documents: readonly LabeledDocument[]): Record<string, number> {
  const sums: Record<string, number> = { documents: documents.length }
  const add = (name: string, count: number) => {
    if (count > 0) sums[name] = (sums[name] ?? 0) + count
  }
  for (const document of documents) {
    const { cell, span, relation, box, timestamp, answer, comment } = countStatements(document)
    add('rows', cell)
    add('spans', span)
    add('relations', relation)
    add('boxes', box)
    add('timestamps', timestamp)
    add('comments', comment)
    for (const { tokens } of document.cells) add('tokens', tokens ? tokenCount(tokens) : 0)
    const spans = document.annotations.filter(({ type }) => type === 'span')
    add('conflictSpans', spans.filter(({ origin }) => origin.by === 'conflict').length)
    add('rejectedSpans', spans.filter(({ origin }) => origin.verdict === 'rejected').length)
    const aboutBoxes = document.annotations.filter(
      (one) => one.type === 'answer' && one.about.type === 'annotation',
    )
    add('documentAnswers', answer - aboutBoxes.length)
  }
  return sums
}

it.skipIf(!present)('counts what another reader counted in real exports', async () => {
  for (const key of exports) {
    const documents: LabeledDocument[] = []
    for (const [path, bytes] of await filesOf(key)) {
      const { document, diagnostics } = await readFile(bytes, path)
      expect(diagnostics, path).toEqual([])
      documents.push(document)
    }
    const { documentsByRole: _, projectData: __, ...counts } = expected[key] ?? {}
    expect({ key, ...countsOf(documents) }).toEqual({ key, ...counts })
  }
  expect(exports.length).toBeGreaterThan(0)
})

it.skipIf(!present)('writes every real export back byte for byte', async () => {
  for (const key of exports) {
    for (const [path, bytes] of await filesOf(key)) {
      const { document } = await readFile(bytes, path)
      const { text, ledger } = await writeFile(document)
      expect(text, path).toBe(new TextDecoder().decode(bytes))
      expect(ledger.entries, path).toEqual([])
    }
  }
})

it.skipIf(!present)(
  'writes real exports that were read in segments back byte for byte',
  async () => {
    let cut = 0
    for (const key of exports) {
      for (const [path, bytes] of await filesOf(key)) {
        const bounds = { whole: 0, piece: 500, rows: 5, segment: 1e6 }
        const { segments, diagnostics } = await outcomeOf(bytes, bounds)
        if (segments.length > 1) cut += 1
        const told = diagnostics.filter(({ code }) => code !== 'datasaur-schema/read-whole')
        expect(told, path).toEqual([])
        expect(await writtenOf(segments), path).toBe(new TextDecoder().decode(bytes))
      }
    }
    expect(cut).toBeGreaterThan(0)
  },
)

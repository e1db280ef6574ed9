import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Totals } from '@labelport/dataset'
import { run } from 'labelport'
import { afterAll, describe, expect, it } from 'vitest'
import type { Handed } from '../src/protocol.ts'
import { sampleFiles } from '../src/sample/sample.ts'
import { samples } from '../src/sample/sample-name.ts'
import { inScope, wholeReview } from '../src/state/filter.ts'
import { type Overview, overviewOf } from '../src/view/overview.ts'
import { readHanded } from './read-handed.ts'

const real = fileURLToPath(new URL('../../../../shared/real-exports/', import.meta.url))
const sample = mkdtempSync(join(tmpdir(), 'labelport-'))
afterAll(() => rmSync(sample, { recursive: true }))

/** What the command says of an export. */
async function inspected(path: string, cabinet: string) {
  const told: string[] = []
  await run(['inspect', path, '--cabinet', cabinet, '--json'], {
    stdout: { write: (text) => void told.push(text), isTerminal: false },
    stderr: { write: () => undefined, isTerminal: false },
    env: {},
    cwd: process.cwd(),
    version: '1.2.3',
    signal: new AbortController().signal,
  })
  return JSON.parse(told.join(''))
}

/** What the page reads of an export: through the worker's own parts, from blobs as a browser gives them. */
async function shown(path: string) {
  const { library, entries } = await readHanded([handed(path)])
  return { entries, projects: library.projects(), register: library.register() }
}

function handed(path: string): Handed {
  const name = basename(path)
  if (!statSync(path).isDirectory()) {
    return { type: 'file', name, blob: new Blob([new Uint8Array(readFileSync(path))]) }
  }
  const files = readdirSync(path, { recursive: true, encoding: 'utf8' })
    .sort()
    .filter((file) => statSync(join(path, file)).isFile())
    .map((file) => ({
      path: relative(path, join(path, file)),
      blob: new Blob([new Uint8Array(readFileSync(join(path, file)))]),
    }))
  return { type: 'folder', name, files }
}

/** The numbers of a summary under the names of the overview. */
function numbersOf(totals: Totals): Partial<Overview> {
  const { documents, rows, tokens, hidden } = totals
  return {
    documents,
    rows,
    tokens,
    hidden,
    span: totals.spans,
    relation: totals.relations,
    answer: totals.answers,
    box: totals.boxes,
    timestamp: totals.timestamps,
    comment: totals.comments,
  }
}

async function expectSameNumbers(path: string): Promise<void> {
  const { entries, projects, register } = await shown(path)
  for (const copies of ['all', 'review', 'labelers', 'root'] as const) {
    const scope = inScope(entries, projects, { ...wholeReview, copies })
    const overview = overviewOf(scope, register)
    const { totals, labels } = await inspected(path, copies)
    expect(overview, copies).toMatchObject(numbersOf(totals))
    const bars = overview.labels.map(({ position, count }) => ({
      ...register.labels[position],
      count,
    }))
    expect(new Set(bars), copies).toEqual(new Set(labels))
    expect(bars, copies).toHaveLength(labels.length)
  }
}

describe('the numbers on the page are those of inspect', () => {
  it.each(samples.map(({ name }) => name))('for the sample: %s', async (name) => {
    for (const { path, text } of sampleFiles(name)) {
      const file = join(sample, name, path)
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, text)
    }
    await expectSameNumbers(join(sample, name))
  })

  if (!existsSync(`${real}expected.json`)) {
    it.skip('for real exports (the folder of real exports is not here)', () => {})
    return
  }
  const names = Object.keys(JSON.parse(readFileSync(`${real}expected.json`, 'utf8')))
  it.each(names)('for %s', (name) => expectSameNumbers(real + name))
})

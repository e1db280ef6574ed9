import { openExport, readExport } from '@labelport/archive'
import type { Diagnostic } from '@labelport/format'
import { overlapping, type Span } from '@labelport/model'
import { describe, expect, it } from 'vitest'
import { sampleFiles, sampleInput, sampleOptions } from '../src/sample/sample.ts'
import { formatsFor } from '../src/worker/catalog.ts'

async function readSample() {
  const diagnostics: Diagnostic[] = []
  const report = (diagnostic: Diagnostic): void => {
    diagnostics.push(diagnostic)
  }
  const documents = []
  const formats = formatsFor(sampleOptions)
  const set = await openExport([sampleInput()], { report })
  for await (const document of readExport(set, { formats, report })) documents.push(document)
  return { documents, diagnostics }
}

describe('the sample', () => {
  it('is read without a single diagnostic, every document of it', async () => {
    const { documents, diagnostics } = await readSample()
    expect(diagnostics).toEqual([])
    const files = sampleFiles().filter(({ path }) => !path.endsWith('project-data.json'))
    expect(documents).toHaveLength(files.length)
  })

  it('has something of everything the page shows', async () => {
    const { documents } = await readSample()
    const types = new Set(documents.flatMap((one) => one.annotations.map(({ type }) => type)))
    expect([...types].sort()).toEqual(['answer', 'box', 'relation', 'span', 'timestamp'])
    const spans = documents.flatMap(({ annotations }) =>
      annotations.filter((one): one is Span => one.type === 'span'),
    )
    expect(spans.some(({ origin }) => origin.by === 'conflict')).toBe(true)
    expect(spans.some(({ origin }) => origin.verdict === 'rejected')).toBe(true)
    expect(spans.some(({ target }) => target.endCell !== undefined)).toBe(true)
    expect(documents.some(({ comments }) => comments.length > 0)).toBe(true)
    expect(documents.some(({ columns }) => columns?.some(({ role }) => role === 'answer'))).toBe(
      true,
    )
    const [first] = documents.filter(({ cabinet }) => cabinet?.role === 'review')
    const own = first?.annotations.filter((one): one is Span => one.type === 'span') ?? []
    expect(overlapping(own).length).toBeGreaterThan(4)
  })
})

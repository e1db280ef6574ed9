import { openExport, readExport } from '@labelport/archive'
import type { Diagnostic } from '@labelport/format'
import { overlapping, type Span, speakerOf } from '@labelport/model'
import { describe, expect, it } from 'vitest'
import { sampleFiles, sampleInput, sampleOptions } from '../src/sample/sample.ts'
import { type SampleName, samples } from '../src/sample/sample-name.ts'
import { formatsFor } from '../src/worker/catalog.ts'

async function readSample(name: SampleName = 'all') {
  const diagnostics: Diagnostic[] = []
  const report = (diagnostic: Diagnostic): void => {
    diagnostics.push(diagnostic)
  }
  const documents = []
  const formats = formatsFor(sampleOptions)
  const set = await openExport([sampleInput(name)], { report })
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

  it.each(samples.map(({ name }) => name))('is there for its kind alone: %s', async (name) => {
    const { documents, diagnostics } = await readSample(name)
    expect(diagnostics).toEqual([])
    const tasks = new Set(documents.flatMap((one) => one.tasks))
    // The platform keeps conversations as token projects whose rows have speakers.
    const kind = name === 'conversation' ? 'token' : name
    if (kind !== 'all') expect(tasks).toContain(kind)
    const speaks = documents.some(({ cells }) => cells.some((cell) => speakerOf(cell)))
    expect(speaks).toBe(['all', 'audio', 'conversation'].includes(name))
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

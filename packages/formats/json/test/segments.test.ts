import type { LabelSchema } from '@labelport/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { randomFile } from './random-file.ts'
import {
  type Outcome,
  outcomeOf,
  shortest,
  togetherOf,
  told,
  type Way,
  writtenOf,
} from './segments.ts'

const fixtures: Record<string, string> = import.meta.glob('../fixtures/**/*', {
  eager: true,
  query: '?raw',
  import: 'default',
})

/** Reads a file whole and in segments, and expects that both give the same and are written the same. */
async function same(
  content: Uint8Array | string,
  { piece = 1, ...way }: Omit<Way, 'bounds'> & { readonly piece?: number } = {},
): Promise<Outcome> {
  const whole = await outcomeOf(content, { ...(way.schema && { schema: way.schema }) })
  const cut = await outcomeOf(content, { ...way, bounds: { ...shortest, piece } })
  expect(told(cut)).toEqual(told(whole))
  if (whole.failure !== undefined) return cut
  expect(await togetherOf(cut.segments)).toEqual(whole.segments)
  expect(cut.located).toEqual(whole.located)
  expect(await writtenOf(cut.segments)).toEqual(await writtenOf(whole.segments))
  return cut
}

const rowsOf = ({ segments }: Outcome) => segments.map(({ cells }) => cells.map(({ row }) => row))

describe('a long file in segments', () => {
  it.each(Object.entries(fixtures))('is read as it is when whole: %s', async (_, text) => {
    await same(text)
    await same(text, { chunk: 7, piece: 100 })
  })

  it('is read as it is when whole, whatever stands in it', async () => {
    let cutFiles = 0
    await fc.assert(
      fc.asyncProperty(
        randomFile,
        fc.integer({ min: 1, max: 400 }),
        fc.constantFrom(undefined, known),
        async (text, piece, schema) => {
          const { segments } = await same(text, { piece, schema })
          if (segments.length > 1) cutFiles += 1
        },
      ),
      { numRuns: 400, seed: 11 },
    )
    expect(cutFiles).toBeGreaterThan(100)
  })

  it('is read as it is when whole, wherever its bytes are cut', async () => {
    for (const text of fc.sample(randomFile, { seed: 3, numRuns: 4 })) {
      for (let chunk = 1; chunk <= 64; chunk += 1) await same(text, { chunk, piece: 50 })
    }
  })

  it('keeps a label that reaches over sentences in one segment, wherever it stands', async () => {
    const labels = { 1: [labelOf(1, 2)], 5: [labelOf(4, 4)], 6: [labelOf(7, 8)] }
    const outcome = await same(fileOf(10, labels))
    expect(rowsOf(outcome)).toEqual([[0], [1, 2], [3], [4, 5], [6, 7, 8], [9]])
    expect(outcome.segments.map(({ segment }) => segment?.last)).toEqual([
      ...[false, false, false, false, false],
      true,
    ])
    expect(outcome.diagnostics).toEqual([])
  })

  it('is cut although a label names rows that are not there', async () => {
    const outcome = await same(fileOf(3, { 0: [labelOf(0, 9), labelOf(9, 9), labelOf(-1, 0)] }))
    expect(rowsOf(outcome)).toEqual([[0], [1], [2]])
    expect(outcome.diagnostics.map(({ code }) => code)).toEqual([
      'json/label-outside-text',
      'json/label-outside-text',
      'json/label-outside-text',
    ])
  })

  it('numbers labels and tells keys once through all segments, of which each knows all labels', async () => {
    const text = fileOf(3, { 0: [labelOf(0, 0)], 2: [labelOf(2, 2)] }).replaceAll(
      '"content"',
      '"seen":1,"content"',
    )
    const { segments, diagnostics } = await same(text)
    // What came up late would change how labels are named that were written before.
    expect(new Set(segments.map(({ schema }) => JSON.stringify(schema))).size).toBe(1)
    expect(segments.flatMap(({ annotations }) => annotations.map(({ id }) => id))).toEqual([
      'span-1',
      'span-2',
    ])
    expect(diagnostics.map(({ place }) => place?.pointer)).toEqual(['/sentences/0/seen'])
  })

  it('of two lists of labels in a sentence counts the last, for cutting too', async () => {
    const [first, second] = [labelOf(0, 2), labelOf(0, 1)].map((one) => JSON.stringify([one]))
    const twice = `"labels":${first},"labels":${second}`
    const outcome = await same(fileOf(3, {}).replace('"labels":[]', twice))
    expect(rowsOf(outcome)).toEqual([[0, 1], [2]])
  })

  it.each([
    ['ids of its sentences do not ascend', '"id":1', '"id":5'],
    ['ids of its sentences are beyond 2^31', '"id":3', '"id":2147483648'],
    ['it has labels beside its sentences', '{"sentences"', `{"labels":[{"l":"a"}],"sentences"`],
    ['its sentences cannot be told apart', '{"sentences"', '{"sentences":[],"sentences"'],
  ])('is read whole when %s, and told', async (reason, found, other) => {
    const { segments, diagnostics } = await same(fileOf(4, {}).replace(found, other))
    expect(segments).toHaveLength(1)
    expect(diagnostics[0]).toMatchObject({ code: 'json/read-whole', severity: 'info' })
    expect(diagnostics[0]?.message).toContain(reason)
  })

  it('tells when labels reach over much text', async () => {
    const content = 'a'.repeat(2 ** 23)
    const sentences = [0, 1, 2].map((id) => ({
      id,
      content,
      tokens: [content],
      labels: [] as object[],
    }))
    sentences[0]?.labels.push({ ...labelOf(0, 2), e: 0 })
    const { segments, diagnostics } = await same(JSON.stringify({ sentences }))
    expect(segments).toHaveLength(1)
    expect(diagnostics).toMatchObject([
      { code: 'json/wide-segment', severity: 'info', place: { pointer: '/sentences/0' } },
    ])
  })

  it('is not begun when it is cut off', async () => {
    const text = fileOf(9, { 1: [labelOf(1, 1)] })
    for (const end of [text.length - 1, 300, 70, 1]) {
      const { segments, failure } = await same(text.slice(0, end), { chunk: 10 })
      expect(segments).toEqual([])
      expect(failure?.code).toBe('json/not-json')
    }
  })

  it('tells line and column, or the byte, of damage inside', async () => {
    const text = fileOf(9, {}).replaceAll('},', '},\n')
    const broken = await same(text.replace('"row 7"', '"row 7" 7'))
    expect(broken.segments).toEqual([])
    expect(broken.failure).toMatchObject({ place: { line: 8 } })
    const bytes = new TextEncoder().encode(text)
    bytes[text.indexOf('row 5')] = 0xff
    const { failure } = await same(bytes)
    expect(failure).toMatchObject({
      code: 'json/not-utf-8',
      place: { byte: text.indexOf('row 5') },
    })
  })

  it('may begin with a byte order mark and hold integers beyond 2^53', async () => {
    const text = fileOf(3, { 1: [labelOf(1, 1)] }).replace('"l":"a"', '"l":12345678901234567890')
    const { segments } = await same(`\ufeff${text}`)
    expect(segments[1]?.annotations).toMatchObject([{ label: '12345678901234567890' }])
  })
})

const known: LabelSchema = {
  labelSets: [{ id: 'set', appliesTo: 'text', labels: [{ id: 'b', name: 'a' }] }],
  questions: [],
}

type Labels = Readonly<Record<number, readonly object[]>>

function fileOf(rows: number, labels: Labels): string {
  const sentences = Array.from({ length: rows }, (_, row) => ({
    id: row,
    content: `row ${row}`,
    tokens: ['row', String(row)],
    labels: labels[row] ?? [],
  }))
  return JSON.stringify({ sentences })
}

function labelOf(first: number, last: number) {
  return { l: 'a', layer: 0, sidS: first, s: 0, charS: 0, sidE: last, e: 1, charE: 0 }
}

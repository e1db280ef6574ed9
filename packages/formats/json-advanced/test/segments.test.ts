import type { Label, LabeledDocument } from '@labelport/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fixtures } from './fixtures.ts'
import { randomFile } from './random-file.ts'
import { type Outcome, outcomeOf, shortest, togetherOf, told, writtenOf } from './segments.ts'

/**
 * Reads a file whole and in segments, and expects that both give the same. What is kept of the file is compared by
 * writing it. Two things are told before all of a long file was read: that there are timestamps, read or not, and which
 * labels are used that no set declares; those come in the order they are met.
 */
async function same(content: Uint8Array | string, chunk?: number, piece = 1): Promise<Outcome> {
  const whole = await outcomeOf(content)
  const cut = await outcomeOf(content, { ...shortest, piece }, chunk)
  expect(told(cut)).toEqual(told(whole))
  const [document] = whole.segments
  if (document === undefined) return cut
  const [together] = await togetherOf(cut.segments)
  expect(plain(together)).toEqual(plain(document))
  const hasUnread = JSON.stringify(document.extra).includes('TIMESTAMP')
  if (!hasUnread) expect(together?.tasks).toEqual(document.tasks)
  const isUndeclared = whole.diagnostics.some(({ code }) => code === 'json-advanced/unknown-label')
  const written = [await writtenOf(cut.segments), await writtenOf(whole.segments)]
  const [one, other] = isUndeclared ? written.map((text) => sorted(JSON.parse(text))) : written
  expect(one).toEqual(other)
  return cut
}

function plain(document: LabeledDocument | undefined) {
  return { ...document, schema: sorted(document?.schema), extra: undefined, tasks: undefined }
}

/** The lists of labels of an object's label sets by id. */
function sorted(object: unknown): unknown {
  return JSON.parse(JSON.stringify(object), (key, value) =>
    key === 'labelItems' || (key === 'labels' && value[0]?.name !== undefined)
      ? [...value].sort((a: Label, b: Label) => (a.id < b.id ? -1 : 1))
      : value,
  )
}

describe('a long file in segments', () => {
  it.each(Object.entries(fixtures))('is read as it is when whole: %s', async (_, bytes) => {
    await same(bytes)
    await same(bytes, 7, 300)
  })

  it('is read as it is when whole, whatever stands in it', async () => {
    let cutFiles = 0
    await fc.assert(
      fc.asyncProperty(
        fc.boolean().chain(randomFile),
        fc.integer({ min: 1, max: 400 }),
        async (text, piece) => {
          const { segments } = await same(text, undefined, piece)
          if (segments.length > 1) cutFiles += 1
        },
      ),
      { numRuns: 300 },
    )
    expect(cutFiles).toBeGreaterThan(100)
  })

  it('is read as it is when whole, wherever its bytes are cut', async () => {
    for (const text of fc.sample(randomFile(true), { seed: 3, numRuns: 3 })) {
      for (let chunk = 1; chunk <= 64; chunk += 1) await same(text, chunk, 50)
    }
  })

  it('keeps a label, an arrow and a comment that reach over sentences in one segment', async () => {
    const span = spanOf('1', 1, 2)
    const arrow = { ...spanOf('9', 4, 4), type: 'ARROW', originId: '5', destinationId: '3' }
    const comments = [{ id: 1, message: 'Why?', hashCode: 'SPAN_TEXT:6:0:0:0:7:0:0:0' }]
    const labels = [span, spanOf('3', 3, 3), spanOf('5', 5, 5), arrow]
    const { segments, diagnostics } = await same(fileOf(9, { labels, comments }))
    expect(segments.map(({ cells }) => cells.map(({ row }) => row))).toEqual([
      [0],
      [1, 2],
      [3, 4, 5],
      [6, 7],
      [8],
    ])
    expect(segments.map(({ segment }) => segment?.last)).toEqual([false, false, false, false, true])
    expect(diagnostics).toEqual([])
  })

  it('reads timestamps, spans and arrows that follow each other in the list, and writes them so', async () => {
    const times = [0, 4].map((row) => ({
      ...spanOf(`t${row}`, row, row),
      type: 'TIMESTAMP',
      startTimestampMillis: row,
      endTimestampMillis: row + 1,
    }))
    const spans = [0, 1, 2, 3, 4].map((row) => spanOf(String(row), row, row))
    const arrow = { ...spanOf('9', 0, 0), type: 'ARROW', originId: '1', destinationId: '2' }
    const { segments } = await same(fileOf(5, { labels: [...times, ...spans, arrow] }))
    expect(segments.map(({ annotations }) => annotations.length)).toEqual([2, 3, 1, 2])
  })

  it('is cut alike in every copy of a text, as far as labels allow', async () => {
    const bounds = { whole: 0, piece: 150, rows: 4, segment: 1e6 }
    const copies = [[], [spanOf('1', 0, 0)], [spanOf('1', 3, 5), spanOf('2', 9, 9)]]
    const cuts: number[][] = []
    for (const labels of copies) {
      const sentences = Array.from({ length: 13 }, (_, row) => ({
        ...sentenceOf(row),
        labels: labels.filter(({ startCellLine }) => startCellLine === row).map(shortOf),
      }))
      const { segments } = await outcomeOf(fileOf(0, { sentences, labels }), bounds)
      cuts.push(segments.map(({ cells }) => cells[0]?.row ?? -1))
    }
    expect(cuts).toEqual([
      [0, 4, 8, 12],
      [0, 4, 8, 12],
      [0, 7, 8, 12],
    ])
  })

  it.each([
    ['ids of its sentences do not ascend', { sentences: [sentenceOf(1), sentenceOf(0)] }],
    ['its labels repeat ids', { labels: [spanOf('1', 1, 1), spanOf('1', 0, 0)] }],
    [
      'its labels are far from the order',
      {
        labels: Array.from({ length: 40 }, (_, at) =>
          spanOf(String(at), (at * 7) % 20, (at * 7) % 20),
        ),
      },
    ],
    ['its sentences cannot be told apart', { again: [sentenceOf(0)] }],
  ])('is read whole when %s, and told', async (reason, members) => {
    const text = fileOf(20, members).replace('"again"', '"sent\\u0065nces"')
    const { segments, diagnostics } = await same(text)
    expect(segments).toHaveLength(1)
    expect(diagnostics[0]).toMatchObject({ code: 'json-advanced/read-whole', severity: 'info' })
    expect(diagnostics[0]?.message).toContain(reason)
  })

  it('is not begun when it is cut off', async () => {
    const text = fileOf(9, { labels: [spanOf('1', 1, 1)] })
    for (const end of [text.length - 1, 700, 70, 1]) {
      const { segments, failure } = await same(text.slice(0, end), 10)
      expect(segments).toEqual([])
      expect(failure?.code).toBe('json-advanced/not-json')
    }
  })

  it('tells line and column, or the byte, of damage inside', async () => {
    const text = fileOf(9, {}).replaceAll('},', '},\n')
    const broken = await same(text.replace('"row 7"', '"row 7" 7'))
    expect(broken.failure).toMatchObject({ place: { line: 8 } })
    const bytes = new TextEncoder().encode(text)
    bytes[text.indexOf('row 5')] = 0xff
    const { failure } = await same(bytes)
    expect(failure).toMatchObject({
      code: 'json-advanced/not-utf-8',
      place: { byte: text.indexOf('row 5') },
    })
  })

  it('keeps integers beyond 2^53 and keys of prototypes', async () => {
    const text = fileOf(4, { labels: [spanOf('@', 2, 2)] })
      .replace('"@"', '12345678901234567890')
      .replace('"content":"row 3"', '"__proto__":{"n":12345678901234567890},"content":"row 3"')
    const { segments } = await same(text)
    expect(segments[2]?.annotations[0]?.id).toBe('12345678901234567890')
    expect(await writtenOf(segments)).toBe(`${text}\n`)
  })
})

function sentenceOf(id: number) {
  return { id, content: `row ${id}`, tokens: ['row', String(id)], labels: [], metadata: [] }
}

function fileOf(rows: number, members: Readonly<Record<string, unknown>>): string {
  const sentences = Array.from({ length: rows }, (_, row) => sentenceOf(row))
  const labelSets = [{ index: 0, labelItems: [{ id: 'a', labelName: 'A', parentId: null }] }]
  return JSON.stringify({ sentences, labelSets, ...members })
}

function shortOf({ hashCode, startCellLine, endCellLine }: ReturnType<typeof spanOf>) {
  const place = { sidS: startCellLine, s: 0, charS: 0, sidE: endCellLine, e: 1, charE: 0 }
  return { l: 'a', layer: 0, id: hashCode, hashCode, ...place }
}

function spanOf(id: string, row: number, end: number) {
  return {
    id,
    documentId: 'd',
    startCellIndex: 0,
    startCellLine: row,
    startTokenIndex: 0,
    startCharIndex: 0,
    endCellIndex: 0,
    endCellLine: end,
    endTokenIndex: 1,
    endCharIndex: 0,
    layer: 0,
    counter: 0,
    labeledBy: 'LABELER',
    type: 'SPAN',
    labelSetItemId: 'a',
    status: 'LABELED',
    hashCode: `SPAN:a:0:${row}:0:0:0:${end}:0:1:0:0:undefined:undefined`,
  }
}

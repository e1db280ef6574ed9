import { documentArbitrary } from '@labelport/format-testing'
import type { LabeledDocument } from '@labelport/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fixtures } from './fixtures.ts'
import { randomFile } from './random-file.ts'
import { type Outcome, outcomeOf, shortest, togetherOf, told, writtenOf } from './segments.ts'

/**
 * Reads a file whole and in segments, and expects that both give the same. What is kept of the file is compared by
 * writing it.
 */
async function same(content: Uint8Array | string, chunk?: number, piece = 1): Promise<Outcome> {
  const whole = await outcomeOf(content)
  const cut = await outcomeOf(content, { ...shortest, piece }, chunk)
  expect(told(cut)).toEqual(told(whole))
  const [document] = whole.segments
  if (document === undefined) return cut
  expect([...cut.places].sort()).toEqual([...whole.places].sort())
  const [together] = await togetherOf(cut.segments)
  expect(plain(together)).toEqual(plain(document))
  expect(await writtenOf(cut.segments)).toBe(await writtenOf(whole.segments))
  return cut
}

function plain(document: LabeledDocument | undefined) {
  return { ...document, extra: undefined }
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

  it('is read as it is when whole, whatever was written into it', async () => {
    await fc.assert(
      fc.asyncProperty(documentArbitrary(), async (document) => {
        await same(await writtenOf([document]))
      }),
      { numRuns: 60 },
    )
  })

  it('is read as it is when whole, wherever its bytes are cut', async () => {
    for (const text of fc.sample(randomFile(true), { seed: 3, numRuns: 2 })) {
      for (let chunk = 1; chunk <= 64; chunk += 3) await same(text, chunk, 50)
    }
  })

  it('keeps a label, an arrow and a comment that reach over rows in one segment', async () => {
    const spans = [spanOf('1', 1, 2), spanOf('3', 3), spanOf('5', 5)]
    const arrow = { ...spanOf('9', 0), originId: '5', destinationId: '3' }
    const comments = [{ id: 1, message: 'Why?', hashCode: 'SPAN_TEXT:6:0:0:0:7:0:0:0' }]
    const { segments, diagnostics } = await same(
      fileOf(9, { spanLabels: spans, arrowLabels: [arrow], comments }),
    )
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

  it('has labels, times and answers with the rows they are about', async () => {
    const times = [0, 3].map((row) => ({
      ...spanOf(`t${row}`, row),
      startTimestampMillis: row,
      endTimestampMillis: row + 1,
    }))
    const text = fileOf(4, {
      spanLabels: [0, 1, 2, 3].map((row) => spanOf(String(row), row)),
      timeLabels: times,
      rowQuestions: [{ id: 0, label: 'Why?', type: 'TEXT' }],
      rowAnswerSets: [{ 0: 'a' }, { 0: null }, { 0: 'c' }],
      rowAnswers: [2, 1].map((row) => ({ row, labeledBy: 'CONFLICT', answers: { 0: 'x' } })),
      documentQuestions: [{ id: 0, label: 'Which?', type: 'TEXT' }],
      documentAnswerSet: { 0: 'this' },
    })
    const { segments } = await same(text)
    expect(segments.map(({ annotations }) => annotations.map(({ id }) => id))).toEqual([
      ['0', 't0', 'answer:document:0', 'answer:row:0@0'],
      ['1', 'answer:row:0@1'],
      ['2', 'answer:row:0@2', 'answer:row:0@2#2'],
      ['3', 't3'],
    ])
  })

  it('has boxes and their pages with the first segment, and media with each', async () => {
    const { segments } = await same(
      fileOf(3, {
        spanLabels: [spanOf('2', 2)],
        pages: [{ pageIndex: 0, pageHeight: 9, pageWidth: 9 }],
        bboxLabelSets: [{ id: 'set', classes: [{ id: 'c', name: 'C' }] }],
        bboxLabels: [{ id: '7', bboxLabelClassId: 'c', shapes: [] }],
      }),
    )
    expect(segments.map(({ annotations }) => annotations.map(({ id }) => id))).toEqual([
      ['7'],
      [],
      ['2'],
    ])
    expect(segments.map(({ media }) => media.length)).toEqual([1, 1, 1])
  })

  it('is cut alike in every copy of a text, as far as labels allow', async () => {
    const bounds = { whole: 0, piece: 150, rows: 4, segment: 1e6 }
    const copies = [[], [spanOf('1', 0)], [spanOf('1', 3, 5), spanOf('2', 9)]]
    const cuts: number[][] = []
    for (const spanLabels of copies) {
      const { segments } = await outcomeOf(fileOf(13, { spanLabels }), bounds)
      cuts.push(segments.map(({ cells }) => cells[0]?.row ?? -1))
    }
    expect(cuts).toEqual([
      [0, 4, 8, 12],
      [0, 4, 8, 12],
      [0, 7, 8, 12],
    ])
  })

  const back = [spanOf('2', 2), spanOf('1', 0)]
  it.each([
    [
      'its labels repeat ids and are not in order',
      { spanLabels: [spanOf('1', 1), spanOf('1', 0)] },
    ],
    [
      'its labels repeat ids, and arrows join them',
      { spanLabels: [spanOf('1', 0), spanOf('1', 1)], arrowLabels: [{ id: '2' }] },
    ],
    [
      'not all name an item of their set',
      { spanLabels: back.map((span) => ({ ...span, labelName: 'b' })) },
    ],
    [
      'not all name an item of their set',
      { spanLabels: back.map((span) => ({ ...span, labelSetIndex: 3 })) },
    ],
    [
      'its spanLabels are far from the order',
      { spanLabels: Array.from({ length: 40 }, (_, at) => spanOf(String(at), (at * 7) % 20)) },
    ],
    ['its rows cannot be told apart', { again: [] }],
  ])('is read whole when %s, and told', async (reason, members) => {
    const text = fileOf(20, members).replace('"again"', '"r\\u006fws"')
    const { segments, diagnostics } = await same(text)
    expect(segments).toHaveLength(1)
    expect(diagnostics[0]).toMatchObject({ code: 'datasaur-schema/read-whole', severity: 'info' })
    expect(diagnostics[0]?.message).toContain(reason)
  })

  it('is read whole where data comes twice: the last one counts', async () => {
    const text = fileOf(3, { spanLabels: [spanOf('1', 1)] })
    for (const last of ['{"rows":[]}', text.slice(text.indexOf('{"document"'), -1), '7', '[]']) {
      const { segments } = await same(`${text.slice(0, -1)},"d\\u0061ta":${last}}`)
      expect(segments.length).toBeLessThan(2)
    }
  })

  it('is not begun when it is cut off', async () => {
    const text = fileOf(9, { spanLabels: [spanOf('1', 1)] })
    for (const end of [text.length - 1, text.length - 2, 700, 70, 1]) {
      const { segments, failure } = await same(text.slice(0, end), 10)
      expect(segments).toEqual([])
      expect(failure?.code).toBe('datasaur-schema/not-json')
    }
  })

  it('tells line and column, or the byte, of damage inside', async () => {
    const text = fileOf(9, {}).replaceAll('}],', '}],\n')
    const broken = await same(text.replace('"row 7"', '"row 7" 7'))
    expect(broken.failure).toMatchObject({ place: { line: 9 } })
    const bytes = new TextEncoder().encode(text)
    bytes[text.indexOf('row 5')] = 0xff
    const { failure } = await same(bytes)
    expect(failure).toMatchObject({
      code: 'datasaur-schema/not-utf-8',
      place: { byte: text.indexOf('row 5') },
    })
  })

  it('keeps integers beyond 2^53, keys of prototypes and their order, and takes off a mark', async () => {
    const text = fileOf(4, {
      spanLabels: [spanOf('@', 2), spanOf('3', 3)],
      arrowLabels: [{ id: '9', originId: '@', destinationId: '3', labelName: '', labelItem: null }],
    })
      .replaceAll('"@"', '12345678901234567890')
      .replace('"content":"row 3"', '"__proto__":{"n":12345678901234567890},"content":"row 3"')
    const { segments } = await same(`\ufeff${text}`)
    expect(segments[2]?.annotations.map(({ id }) => id)).toEqual(['12345678901234567890', '3', '9'])
    const written = await writtenOf(segments)
    expect(written).toContain('"__proto__":{"n":12345678901234567890},"content":"row 3"')
    expect(written).toContain('"id":12345678901234567890,"layer"')
  })
})

function fileOf(rows: number, members: Readonly<Record<string, unknown>>): string {
  const data = {
    document: { id: 'd', name: 'note.txt' },
    kinds: ['TOKEN_BASED'],
    labelSets: [{ index: 0, labelItems: [{ id: 'a', labelName: 'A', parentId: null }] }],
    rows: Array.from({ length: rows }, (_, row) => [
      { content: `row ${row}`, tokens: ['row', String(row)], metadata: [] },
    ]),
    ...members,
  }
  return JSON.stringify({ version: '1', data })
}

function spanOf(id: string, row: number, endRow = row) {
  return {
    id,
    layer: 0,
    counter: 0,
    labeledBy: 'LABELER',
    labeledByUserId: null,
    acceptedByUserId: null,
    rejectedByUserId: null,
    status: 'LABELED',
    hashCode: `SPAN:a:0:${row}:0:0:0:${endRow}:0:1:0:0:undefined:undefined`,
    labelName: 'a',
    labelItem: { id: 'a', labelName: 'A', parentId: null },
    textPosition: {
      start: { row, column: 0, tokenIndex: 0, charIndex: 0 },
      end: { row: endRow, column: 0, tokenIndex: 1, charIndex: 0 },
    },
    confidenceScore: null,
  }
}

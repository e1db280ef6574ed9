import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ListScan } from '../../src/long-json/json-scanner.ts'
import { outlineJson } from '../../src/long-json/outline-json.ts'
import { openPieces } from '../../src/long-json/piece-reader.ts'
import { valueEnd } from '../../src/long-json/value-end.ts'
import { memorySource } from '../../src/memory-source.ts'
import type { Source } from '../../src/source.ts'
import { chunkedSource } from './chunked-source.ts'

const encoder = new TextEncoder()
const decoder = new TextDecoder()

interface Found {
  readonly rest: unknown
  /** By key: the elements as they were met and as the pieces give them. */
  readonly lists: Readonly<Record<string, { met: unknown[]; parsed: unknown[] }>>
}

/** What the outline of a text tells of its lists `a` and `b`; undefined when it tells nothing. */
async function outlined(
  text: string,
  chunk = 1000,
  pieceBytes = 1,
  within?: string,
): Promise<Found | undefined> {
  const bytes = encoder.encode(text)
  const source = chunkedSource('a.json', bytes, chunk)
  const met = new Map<string, unknown[]>([
    ['a', []],
    ['b', []],
  ])
  const scans = new Map(
    [...met].map(([key, elements]): [string, ListScan] => [
      key,
      {
        pieceBytes,
        elementEnd: (from, at, to) => valueEnd(from, at, to),
        take: (from, at, to) =>
          void elements.push(JSON.parse(decoder.decode(from.subarray(at, to)))),
      },
    ]),
  )
  const outline = await outlineJson(source, scans, undefined, within)
  if (outline === undefined) return undefined
  const lists: Record<string, { met: unknown[]; parsed: unknown[] }> = {}
  for (const [key, pieces] of outline.lists) {
    const reader = openPieces(source, 'x')
    const parsed: unknown[] = []
    for (const piece of pieces) parsed.push(...(await reader.read(piece)))
    await reader.close()
    lists[key] = { met: met.get(key) ?? [], parsed }
  }
  return { rest: JSON.parse(outline.rest), lists }
}

/** Strings that look like what is around them. */
const text = fc.constantFrom(
  '',
  '"',
  '\\',
  '\\"',
  '},{',
  '"]}',
  '[',
  '😀',
  'é\u0301',
  '\u2028\ufeff',
  'a":[',
)
const value = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    text,
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.constantFrom(null, true, false),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(text, tie('value'), { maxKeys: 3 }),
  ),
})).value

describe('the outline of a JSON object', () => {
  it('finds every element of its lists, wherever the bytes are cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(value, { maxLength: 6 }),
        fc.array(value, { maxLength: 6 }),
        value,
        fc.constantFrom(undefined, 1, '\t'),
        fc.integer({ min: 1, max: 64 }),
        fc.integer({ min: 1, max: 60 }),
        async (a, b, more, space, chunk, piece) => {
          const file = { more, a, last: 'x', b }
          const found = await outlined(JSON.stringify(file, undefined, space), chunk, piece)
          const same = JSON.parse(JSON.stringify(file))
          expect(found?.rest).toEqual({ ...same, a: [], b: [] })
          expect(found?.lists.a).toEqual({ met: same.a, parsed: same.a })
          expect(found?.lists.b).toEqual({ met: same.b, parsed: same.b })
        },
      ),
    )
  })

  it('finds the lists of an object in it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(value, { maxLength: 6 }),
        value,
        fc.constantFrom(undefined, 1, '\t'),
        fc.integer({ min: 1, max: 64 }),
        async (a, more, space, chunk) => {
          const file = { a: [1], more, data: { more, a, last: 'x', data: { a } }, b: [2] }
          const found = await outlined(JSON.stringify(file, undefined, space), chunk, 20, 'data')
          const same = JSON.parse(JSON.stringify(file))
          expect(found?.rest).toEqual({ ...same, data: { ...same.data, a: [] } })
          expect(found?.lists).toEqual({ a: { met: same.data.a, parsed: same.data.a } })
        },
      ),
    )
  })

  it.each([
    '{"data":{"a":[1,2]},"data":{"a":[3]}}',
    '{"data":{"a":[1,2]},"d\\u0061ta":7}',
    '{"data":7,"data":{"a":[1]}}',
    '{"data":{"a":[1],"a":[2]}}',
    '{"data":{"a":[1,2]}',
    '{"data":{"a":[1,2]]}',
    '{"data":{"a":[1,2],}}',
    '{"data":{"a":[1,2]} "b":1}',
  ])('tells nothing of lists inside of %s', async (damaged) => {
    expect(await outlined(damaged, 1000, 1, 'data')).toBeUndefined()
  })

  it('leaves what should hold the lists and does not in the rest', async () => {
    for (const text of ['{"data":[1],"a":[2]}', '{"data":null}', '{"a":[1]}']) {
      const found = await outlined(text, 1000, 1, 'data')
      expect(found).toEqual({ rest: JSON.parse(text), lists: {} })
    }
  })

  it('takes off a byte order mark and knows keys by their meaning', async () => {
    const found = await outlined('\ufeff {"\\u0061" : [1 , 2] , "__proto__":{"a":[3]}} \n')
    expect(found?.lists.a?.parsed).toEqual([1, 2])
    expect(Object.keys(found?.rest ?? {})).toEqual(['a', '__proto__'])
  })

  it('leaves what is no list, or a list it was not asked for, in the rest', async () => {
    const found = await outlined('{"a":{"a":[1]},"c":[1,2]}')
    expect(found).toEqual({ rest: { a: { a: [1] }, c: [1, 2] }, lists: {} })
  })

  it.each([
    '',
    '[{"a":[]}]',
    '7',
    '{"a":[1,2]',
    '{"a":[1,2',
    '{"a":[1,2}',
    '{"a":[1,]}',
    '{"a":[,1]}',
    '{"a":[1 2]}',
    '{"a":[1],}',
    '{"a":[1]} x',
    '{"a":[1] "b":[2]}',
    '{"a" [1]}',
    '{a:[1]}',
    '{"a":["x]}',
    '{"a":[1],"a":[2]}',
    '{"a":[1],"a":2}',
    '{"a":2,"a":[1]}',
    '{"\\x":1}',
  ])('tells nothing of %s', async (damaged) => {
    expect(await outlined(damaged)).toBeUndefined()
  })

  it('can be cancelled, also where the bytes never keep it waiting', async () => {
    const chunk = encoder.encode(`${'[7],'.repeat(2 ** 16)}`)
    const endless: Source = {
      path: 'a.json',
      open: () =>
        new ReadableStream({
          start: (controller) => controller.enqueue(encoder.encode('{"a":[')),
          pull: (controller) => controller.enqueue(chunk),
        }),
    }
    const scan: ListScan = { pieceBytes: 2 ** 20, elementEnd: valueEnd, take() {} }
    const cancelling = new AbortController()
    setTimeout(() => cancelling.abort(new Error('Enough.')), 0)
    const outline = outlineJson(endless, new Map([['a', scan]]), cancelling.signal)
    await expect(outline).rejects.toThrow('Enough.')
  })

  it('ends a piece with the element that makes it long enough', async () => {
    const bytes = encoder.encode('{"a":[ 11, 22 ,33,44]}')
    const scan: ListScan = { pieceBytes: 5, elementEnd: valueEnd, take() {} }
    const outline = await outlineJson(memorySource('a', bytes), new Map([['a', scan]]))
    expect(outline?.lists.get('a')).toEqual([
      { from: 7, to: 13, first: 0, count: 2 },
      { from: 15, to: 20, first: 2, count: 2 },
    ])
  })
})

describe('pieces of a list', () => {
  it('are parsed exactly, and tell the place of damage in the file', async () => {
    const scan: ListScan = { pieceBytes: 1, elementEnd: valueEnd, take() {} }
    const source = chunkedSource(
      'a.json',
      encoder.encode('{"a":[12345678901234567890,\n{"b":tru}]}'),
      3,
    )
    const outline = await outlineJson(source, new Map([['a', scan]]))
    const [first, second] = outline?.lists.get('a') ?? []
    if (first === undefined || second === undefined) throw new Error('There are two pieces.')
    const reader = openPieces(source, 'x')
    expect(await reader.read(first)).toEqual([{ 'integer beyond 2^53': '12345678901234567890' }])
    await expect(reader.read(second)).rejects.toMatchObject({
      diagnostic: { code: 'x/not-json', place: { path: 'a.json', line: 2, column: 6 } },
    })
    await reader.close()
  })

  it('are found by the shorter way, where a source has one', async () => {
    const bytes = encoder.encode('{"a":[1,2,3]}')
    const asked: number[] = []
    const source = {
      ...memorySource('a.json', bytes),
      open: () => {
        throw new Error('The way from the first byte is the longer one.')
      },
      openAt(offset: number) {
        asked.push(offset)
        return memorySource('a.json', bytes.subarray(offset)).open()
      },
    }
    const reader = openPieces(source, 'x')
    expect(await reader.read({ from: 8, to: 11, first: 1, count: 2 })).toEqual([2, 3])
    await reader.close()
    expect(asked).toEqual([8])
  })
})

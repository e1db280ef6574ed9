import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FormatError, parseJson, readJson, type Source } from '../src/index.ts'

/** A source whose bytes come in chunks of a few each; it does not know its size. */
function chunked(text: string, length: number): Source {
  const bytes = new TextEncoder().encode(text)
  return {
    path: 'a.json',
    open: () => {
      let at = 0
      return new ReadableStream({
        pull(controller) {
          if (at >= bytes.length) return controller.close()
          controller.enqueue(bytes.slice(at, at + length))
          at += length
        },
      })
    },
  }
}

/** As UTF-8 can tell it. */
function wellFormed(text: string): string {
  return new TextDecoder().decode(new TextEncoder().encode(text))
}

async function outcome(read: () => unknown): Promise<unknown> {
  try {
    return { value: await read() }
  } catch (error) {
    if (!FormatError.is(error)) throw error
    return error.diagnostic
  }
}

/** Reads in pieces of a few characters, and says what `parseJson` says of the whole. */
async function both(text: string, length = 7, limit = 3): Promise<readonly [unknown, unknown]> {
  return [
    await outcome(() => readJson(chunked(text, length), 'json', { limit })),
    await outcome(() => parseJson(wellFormed(text), 'a.json', 'json')),
  ]
}

describe('reading JSON in pieces', () => {
  const value = fc.jsonValue({ maxDepth: 4, noUnicodeString: false })
  const file = fc.oneof(
    value,
    fc.array(value),
    fc.dictionary(fc.string({ unit: 'binary-ascii' }), fc.array(value)),
    fc.dictionary(
      fc.string({ unit: 'binary-ascii', maxLength: 2 }),
      fc.dictionary(fc.string({ unit: 'binary-ascii', maxLength: 2 }), fc.array(value)),
    ),
  )
  const spaces = fc.constantFrom(undefined, 1, '\t', '\n ')

  it('gives what JSON.parse gives, however the text is cut', async () => {
    const lengths = fc.integer({ min: 1, max: 40 })
    await fc.assert(
      fc.asyncProperty(file, spaces, lengths, lengths, async (json, space, length, limit) => {
        const text = JSON.stringify(json, null, space)
        const [pieces, whole] = await both(text, length, Math.min(limit, text.length - 1))
        expect(pieces).toEqual(whole)
      }),
      { numRuns: 500 },
    )
  })

  it('finds the same damage at the same place', async () => {
    await fc.assert(
      fc.asyncProperty(
        file,
        fc.nat(),
        fc.constantFrom('', ',', ']', '}', '"', '{', '[', 'x', '\\'),
        async (json, seed, put) => {
          const text = JSON.stringify(json, null, 1)
          const at = seed % text.length
          const [pieces, whole] = await both(
            `${text.slice(0, at)}${put}${text.slice(at + 1)}`,
            5,
            1,
          )
          expect(pieces).toEqual(whole)
        },
      ),
      { numRuns: 1000 },
    )
  })

  it.each([
    ['a comma at the end of a list', '{"a":[1,2,3,]}'],
    ['a comma at its beginning', '{"a":[,1,2,3]}'],
    ['two commas', '{"a":[1,2,,3]}'],
    ['a list that does not end', '{"a":[1,2,3'],
    ['a list that the wrong bracket ends', '{"a":[1,2,3}}'],
    ['two values', '[1,2,3] [4]'],
    ['nothing', '     '],
  ])('refuses %s', async (_, text) => {
    const [pieces, whole] = await both(text, 3, 1)
    expect(pieces).toEqual(whole)
    expect(pieces).toMatchObject({ code: 'json/not-json', place: { line: 1 } })
  })

  it.each([
    ['the last of two equal keys', '{"a":[1,2],"a":[3,4,5],"b":1}'],
    ['the last of two equal keys, which is no list', '{"a":[1,2],"a":{"b":[1,2,3]}}'],
    ['the last of two keys that are spelled differently', '{"a":[1,2],"\\u0061":[3],"b":[]}'],
    ['the last of two objects with lists', '{"d":{"a":[1,2],"b":[3]},"d":{"b":[4,5],"c":[]}}'],
    ['the last of two, an object and a list', '{"d":{"a":[1,2]},"d":[{"a":[3]}]}'],
    [
      'lists in an object between its other members',
      '{"d":{"x":{"a":[[1]]},"a":[2,3],"y":"[,"},"z":[4]}',
    ],
    ['a key with a slash', '{"a":{"b":[1]},"a/b":[2]}'],
    ['a key named like a part of every object', '{"__proto__":[1,2,3],"b":[4]}'],
    [
      'escaped quotes and backslashes in keys and texts',
      String.raw`{"a\"\\":["\\\\\"[,",{"b":"]\\"}]}`,
    ],
    ['texts beyond ASCII', '{"é😀":["é","😀😀","\u2028"]}'],
  ])('keeps %s', async (_, text) => {
    for (const length of [1, 2, 3, 5, 8]) {
      const [pieces, whole] = await both(text, length, 1)
      expect(pieces).toEqual(whole)
    }
  })
})

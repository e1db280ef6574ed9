import { describe, expect, it } from 'vitest'
import {
  bytesOf,
  decodeUtf8,
  FormatError,
  headOf,
  type Line,
  linesOf,
  memorySource,
  type Source,
  textChunksOf,
  textOfSource,
} from '../src/index.ts'

const text = 'Zoë 👩‍👩‍👧 e\u0301 שלום नमस्ते 𝔘\u2028end\ufeff'

/** The bytes in chunks of one size, without `bytes()`. */
function chunked(bytes: Uint8Array, size: number): Source {
  return {
    path: 'a.txt',
    open: () =>
      new ReadableStream({
        start(controller) {
          for (let at = 0; at < bytes.length; at += size) {
            controller.enqueue(bytes.slice(at, at + size))
          }
          controller.close()
        },
      }),
  }
}

function encoded(content: string): Uint8Array {
  return new TextEncoder().encode(content)
}

async function all<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const found: T[] = []
  for await (const item of items) found.push(item)
  return found
}

const sizes = Array.from({ length: 64 }, (_, index) => index + 1)

async function failureOf(work: Promise<unknown>): Promise<FormatError> {
  const thrown = await work.catch((error: unknown) => error)
  if (!FormatError.is(thrown)) throw new Error('Expected a FormatError.')
  return thrown
}

describe('text', () => {
  it.each(sizes)('is the same in chunks of %i bytes', async (size) => {
    const source = chunked(encoded(text), size)
    expect((await all(textChunksOf(source, 'x'))).join('')).toBe(text)
    expect(await textOfSource(source, 'x')).toBe(text)
  })

  it.each(sizes.slice(0, 8))(
    'loses the byte order mark at its start only, in chunks of %i bytes (trap 4)',
    async (size) => {
      const source = chunked(encoded(`\ufeff${text}`), size)
      expect((await all(textChunksOf(source, 'x'))).join('')).toBe(text)
      expect(await textOfSource(source, 'x')).toBe(text)
    },
  )

  it('may be empty', async () => {
    expect(await textOfSource(memorySource('a.txt', ''), 'x')).toBe('')
    expect(await all(textChunksOf(memorySource('a.txt', '\ufeff'), 'x'))).toEqual([''])
  })

  const broken: readonly (readonly [string, readonly number[], number])[] = [
    ['a byte that begins nothing', [0x61, 0xff, 0x62], 1],
    ['a continuation without a beginning', [0x61, 0x62, 0x80], 2],
    ['a character cut by another', [0xe2, 0x82, 0x41], 2],
    ['a surrogate', [0x61, 0xed, 0xa0, 0x80], 2],
    ['a character cut at the end after one byte', [0x61, 0xf0], 1],
    ['a character cut at the end after three bytes', [0x61, 0x61, 0xf0, 0x9f, 0x98], 2],
    ['Latin-1', [0x5a, 0x6f, 0xeb, 0x20, 0x61], 3],
  ]
  it.each(broken)('that holds %s is refused with the byte (trap 12)', async (_, bytes, byte) => {
    for (const size of [1, 2, 3, 64]) {
      const source = chunked(Uint8Array.from(bytes), size)
      const place = { path: 'a.txt', byte }
      for (const work of [textOfSource(source, 'x'), all(textChunksOf(source, 'x'))]) {
        const { diagnostic } = await failureOf(work)
        expect(diagnostic).toMatchObject({ code: 'x/not-utf-8', place })
      }
    }
  })

  it('that is broken far into a file is refused with the byte counted from its start', async () => {
    const bytes = encoded(`${'é'.repeat(500)}x`)
    bytes[999] = 0x41
    for (const size of [1, 3, 7, 64, 2000]) {
      const { diagnostic } = await failureOf(all(textChunksOf(chunked(bytes, size), 'x')))
      expect(diagnostic.place).toEqual({ path: 'a.txt', byte: 999 })
    }
    expect(() => decodeUtf8(bytes, 'a.txt', 'x')).toThrow('byte 999')
  })

  it('is never repaired: the cause is kept', async () => {
    const failure = await failureOf(textOfSource(memorySource('a', Uint8Array.of(0xff)), 'x'))
    expect(failure.cause).toBeInstanceOf(TypeError)
  })
})

describe('lines', () => {
  async function lines(content: string, size = 64): Promise<readonly Line[]> {
    return all(linesOf(chunked(encoded(content), size), 'x'))
  }

  it.each(sizes)('are the same in chunks of %i bytes', async (size) => {
    expect(await lines('Zoë\r\n\n😀 e\u0301\u2028still\u0085this\rone\nlast', size)).toEqual([
      { text: 'Zoë\r', number: 1 },
      { text: '', number: 2 },
      { text: '😀 e\u0301\u2028still\u0085this\rone', number: 3 },
      { text: 'last', number: 4 },
    ])
  })

  it('end at line feeds only: a last one opens no new line (trap 5)', async () => {
    expect(await lines('a\n')).toEqual([{ text: 'a', number: 1 }])
    expect(await lines('a\n\n')).toHaveLength(2)
    expect(await lines('')).toEqual([])
  })

  it('let the file go when the loop is left', async () => {
    let cancelled = false
    const source: Source = {
      path: 'a.txt',
      open: () =>
        new ReadableStream({
          pull: (controller) => controller.enqueue(encoded('one\ntwo\n')),
          cancel: () => {
            cancelled = true
          },
        }),
    }
    for await (const line of linesOf(source, 'x')) {
      expect(line.text).toBe('one')
      break
    }
    expect(cancelled).toBe(true)
  })
})

describe('a source', () => {
  it('of text gives its UTF-8 bytes, from the start each time', async () => {
    const source = memorySource('a.txt', text)
    expect(source.size).toBe(encoded(text).length)
    expect(await bytesOf({ path: 'a', open: source.open })).toEqual(encoded(text))
    expect(await bytesOf({ path: 'a', open: source.open })).toEqual(encoded(text))
  })

  it('is not touched after an abort', async () => {
    const signal = AbortSignal.abort(new Error('enough'))
    const open = (): never => {
      throw new Error('opened')
    }
    await expect(bytesOf({ path: 'a', open, bytes: open }, signal)).rejects.toThrow('enough')
    await expect(all(linesOf({ path: 'a', open }, 'x', signal))).rejects.toThrow('enough')
  })

  it('shows its beginning without the character the limit cuts', async () => {
    const head = await headOf(memorySource('a.txt', 'ab😀cd'), undefined, 4)
    expect(head).toEqual({ path: 'a.txt', text: 'ab', complete: false })
    const unsized = chunked(encoded('ab😀'), 1)
    expect(await headOf(unsized, undefined, 6)).toEqual({
      path: 'a.txt',
      text: 'ab😀',
      complete: true,
    })
    expect((await headOf(unsized, undefined, 5)).complete).toBe(false)
  })

  it('says of a file that no string holds that it is too long, and not that its bytes are bad', () => {
    // Nothing is written into the bytes, so they take no memory.
    const bytes = new Uint8Array(2 ** 29)
    expect(() => decodeUtf8(bytes, 'long.csv', 'x')).toThrow(
      expect.objectContaining({
        diagnostic: expect.objectContaining({
          code: 'engine/text-too-long',
          place: { path: 'long.csv' },
          message: expect.stringContaining('536870912 bytes'),
        }),
      }),
    )
  })
})

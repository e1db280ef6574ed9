import { describe, expect, it } from 'vitest'
import {
  bytesOf,
  decodedSource,
  memorySource,
  readJson,
  textChunksOf,
  textOfSource,
} from '../src/index.ts'

const text = '\ufeffZoë 👩‍👩‍👧 e\u0301 שלום'
const encoded = new TextEncoder().encode(text)

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = []
  for await (const item of items) found.push(item)
  return found
}

describe('a source in memory', () => {
  it.each([
    ['text', memorySource('a.txt', text)],
    ['bytes', memorySource('a.txt', encoded)],
    ['bytes whose text is known', decodedSource('a.txt', encoded, text)],
  ])('has the same bytes and the same text, made of %s', async (_, source) => {
    expect(source.size).toBe(encoded.length)
    expect(await bytesOf(source)).toEqual(encoded)
    expect(await textOfSource(source, 'x')).toBe(text.slice(1))
    expect((await all(textChunksOf(source, 'x'))).join('')).toBe(text.slice(1))
    const streamed = await new Response(source.open()).arrayBuffer()
    expect(new Uint8Array(streamed)).toEqual(encoded)
  })

  it('keeps half of a surrogate pair in its text, which its bytes cannot', async () => {
    const source = memorySource('a.txt', 'a\ud83d')
    expect(await textOfSource(source, 'x')).toBe('a\ud83d')
    expect(await all(textChunksOf(source, 'x'))).toEqual(['a\ud83d'])
    expect(await bytesOf(source)).toEqual(new TextEncoder().encode('a\ufffd'))
  })

  it('is not decoded again when its text is known', async () => {
    const source = decodedSource('a.json', new Uint8Array([0xff]), '\ufeff[1]')
    expect(await readJson(source, 'x')).toEqual([1])
  })

  it('hands out nothing after an abort', async () => {
    const signal = AbortSignal.abort(new Error('enough'))
    const source = memorySource('a.json', '[1]')
    await expect(readJson(source, 'x', { signal })).rejects.toThrow('enough')
    await expect(textOfSource(source, 'x', signal)).rejects.toThrow('enough')
    await expect(all(textChunksOf(source, 'x', signal))).rejects.toThrow('enough')
  })
})

import type { Part } from '@labelport/format'
import { describe, expect, it } from 'vitest'
import { partBatches } from '../src/index.ts'

/** What a file holds after all parts were sent. */
function sentBy(give: (add: (part: Part) => void) => void) {
  const files = new Map<string, Uint8Array[]>()
  const order: string[] = []
  const batches = partBatches((part, transfer) => {
    order.push('renamedTo' in part ? `${part.path} to ${part.renamedTo}` : part.path)
    if ('renamedTo' in part || typeof part.chunk === 'string') return
    expect(transfer).toEqual([part.chunk.buffer])
    // What is handed over is gone here, so nothing else may lie in it.
    expect(part.chunk.buffer.byteLength).toBe(part.chunk.length)
    files.set(part.path, [...(files.get(part.path) ?? []), part.chunk])
  })
  give(batches.add)
  batches.flush()
  const text = (path: string) => Buffer.concat(files.get(path) ?? []).toString()
  return { order, text }
}

describe('batches of parts', () => {
  it('send the texts of a file together, as bytes', () => {
    const { order, text } = sentBy((add) => {
      for (let at = 0; at < 100; at += 1) add({ path: 'a', chunk: `é${at}\n` })
      add({ path: 'b', chunk: 'b' })
    })
    expect(order).toEqual(['a', 'b'])
    expect(text('a')).toMatch(/^é0\né1\n/)
    expect(text('b')).toBe('b')
  })

  it('keep text, bytes and names of a file in order', () => {
    const { order, text } = sentBy((add) => {
      add({ path: 'a', chunk: 'one ' })
      add({ path: 'a', chunk: Buffer.from('one two three').subarray(4, 8) })
      add({ path: 'a', chunk: 'three' })
      add({ path: 'a', renamedTo: 'z' })
    })
    expect(text('a')).toBe('one two three')
    expect(order.at(-1)).toBe('a to z')
  })

  it('never cut a character', () => {
    const long = 'x'.repeat(2 ** 18 - 1)
    const { text } = sentBy((add) => {
      add({ path: 'a', chunk: `${long}\ud83d` })
      add({ path: 'a', chunk: '\ude00' })
    })
    expect(text('a')).toBe(`${long}😀`)
  })
})

import { describe, expect, it } from 'vitest'
import { peek } from '../src/index.ts'

function streamOf(...items: readonly number[]) {
  const state = { closed: false }
  async function* stream(): AsyncGenerator<number> {
    try {
      yield* items
    } finally {
      state.closed = true
    }
  }
  return { state, stream: stream() }
}

describe('a look at the first item of a stream', () => {
  it('leaves the item in the stream', async () => {
    const { first, all } = await peek(streamOf(1, 2, 3).stream)
    const items: number[] = []
    for await (const item of all) items.push(item)
    expect([first, items]).toEqual([1, [1, 2, 3]])
  })

  it('finds nothing in an empty one', async () => {
    const { first, all } = await peek(streamOf().stream)
    expect(first).toBeUndefined()
    expect((await all[Symbol.asyncIterator]().next()).done).toBe(true)
  })

  it('closes the stream when reading stops early, and when nobody reads on', async () => {
    const early = streamOf(1, 2)
    for await (const _ of (await peek(early.stream)).all) break
    expect(early.state.closed).toBe(true)
    const unread = streamOf(1, 2)
    await (await peek(unread.stream)).close()
    expect(unread.state.closed).toBe(true)
  })
})

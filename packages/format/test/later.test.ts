import { describe, expect, it } from 'vitest'
import { later } from '../src/index.ts'

/** Counts up to a number, and notes what is loaded and closed. */
function counting() {
  const seen: string[] = []
  async function* count(to: number): AsyncGenerator<number> {
    try {
      for (let number = 1; number <= to; number += 1) yield number
    } finally {
      seen.push('closed')
    }
  }
  const load = async () => {
    seen.push('loaded')
    return count
  }
  return { seen, count, load }
}

async function listOf<Item>(items: AsyncIterable<Item>): Promise<readonly Item[]> {
  const list: Item[] = []
  for await (const item of items) list.push(item)
  return list
}

describe('a function that is loaded later', () => {
  it('is not loaded before something is asked of it, and then once', async () => {
    const { seen, load } = counting()
    const count = later(load)
    expect(seen).toEqual([])
    expect(await listOf(count(3))).toEqual([1, 2, 3])
    expect(await listOf(count(2))).toEqual([1, 2])
    expect(seen).toEqual(['loaded', 'closed', 'closed'])
  })

  it('gives its own stream once it is there, with nothing in between', async () => {
    const stream = (async function* () {})()
    const one = later(async () => () => stream)
    await listOf(one())
    expect(one()).toBe(stream)
  })

  it('is closed when the loop is left, the first time as well', async () => {
    const { seen, load } = counting()
    for await (const number of later(load)(3)) if (number === 2) break
    expect(seen).toEqual(['loaded', 'closed'])
  })

  it('tells why it cannot be loaded, and is asked for again', async () => {
    const { count } = counting()
    let attempts = 0
    const flaky = later(async () => {
      attempts += 1
      if (attempts === 1) throw new Error('The file is gone.')
      return count
    })
    await expect(listOf(flaky(1))).rejects.toThrow('The file is gone.')
    expect(await listOf(flaky(1))).toEqual([1])
  })
})

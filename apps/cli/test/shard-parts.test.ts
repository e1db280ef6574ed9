import { openAccount, type Part } from '@labelport/format'
import { expect, it } from 'vitest'
import type { ShardRunner } from '../src/convert/shard-listener.ts'
import { type ShardChain, shardParts } from '../src/convert/shard-parts.ts'

const ledger = openAccount().close('toy')

/** Numbers words on: a shard writes the numbers of its words, and tells the words it numbered. */
const chain: ShardChain = {
  begun: [],
  next(begun, facts) {
    const [before, own] = [begun, facts] as [readonly string[], readonly string[]]
    if (own.some((word, at) => at < before.length && before[at] !== word)) return undefined
    return own.length > before.length ? own : before
  },
}

/** Writes shards of words, several at once; later ones are quicker. */
function runnerOf(shards: readonly (readonly string[])[], width: number) {
  const begun: [shard: number, words: readonly string[]][] = []
  const runner: ShardRunner = {
    width,
    async write(index, { part }, from) {
      const words = [...(from as readonly string[])]
      begun.push([index, [...words]])
      const numbers: number[] = []
      for (const word of shards[index] ?? []) {
        if (!words.includes(word)) words.push(word)
        numbers.push(words.indexOf(word))
      }
      await new Promise((resolve) => setTimeout(resolve, 4 * (shards.length - index)))
      void part({ path: 'all', chunk: `${index}: ${numbers.join(' ')}\n` })
      await new Promise((resolve) => setTimeout(resolve, 1))
      return { documents: 1, files: [], facts: words, ledger, steps: [], diagnostics: [] }
    },
    survey: () => Promise.reject(new Error('Nobody asks.')),
    compare: () => Promise.reject(new Error('Nobody asks.')),
    lookAt: () => Promise.reject(new Error('Nobody asks.')),
    close() {},
  }
  return { runner, begun }
}

async function textOf(shards: readonly (readonly string[])[], width: number) {
  const { runner, begun } = runnerOf(shards, width)
  const told: number[] = []
  const files: number[] = []
  const parts = shardParts(runner, {
    indices: shards.map((_, index) => index),
    ordered: true,
    chain,
    onProgress: () => files.push(1),
    onRecord: (index) => told.push(index),
  })
  let text = ''
  for await (const part of parts as AsyncIterable<Part>) text += 'chunk' in part ? part.chunk : ''
  expect(told).toEqual(shards.map((_, index) => index))
  return { text, begun }
}

const differing = [['a', 'b'], ['c', 'a'], ['a'], ['d', 'c'], ['b', 'd']]

it('shards that number on come out the same, however many are written at once', async () => {
  const { text, begun } = await textOf(differing, 1)
  expect(text).toBe('0: 0 1\n1: 2 0\n2: 0\n3: 3 2\n4: 1 3\n')
  expect(begun).toHaveLength(differing.length)
  for (const width of [2, 3, 4, 5, 9]) expect((await textOf(differing, width)).text).toBe(text)
})

it('a shard that began with less is written again only when that shows', async () => {
  const same = [['a', 'b'], ['a'], ['a', 'b'], ['a', 'b', 'c'], ['a', 'b']]
  const { begun } = await textOf(same, 3)
  expect(begun.map(([index]) => index)).toEqual([0, 1, 2, 3, 4])
  const { begun: twice } = await textOf([['a'], ['b'], ['a', 'b']], 3)
  expect(twice.map(([index]) => index)).toEqual([0, 1, 2, 1])
})

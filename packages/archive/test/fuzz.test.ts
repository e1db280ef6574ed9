import { crc32, inflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { openJsZip, openZip } from '../src/index.ts'
import { buildZip } from './support/build-zip.ts'
import { inMemory, type Outcome, outcomeOf } from './support/outcome.ts'

const contents = { 'a.txt': 'zażółć '.repeat(40), 'b/ü.txt': 'x', 'c.txt': 'gęślą 🙂'.repeat(9) }
const original = buildZip(
  Object.entries(contents).map(([name, content], n) => {
    return { name, content, stored: n === 2, descriptor: n === 0, zip64: n === 1 }
  }),
  { comment: 'zip', zip64End: true },
)

/** A small generator of numbers, the same in every run. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

function damaged(seed: number): Uint8Array {
  const random = randomFrom(seed)
  const bytes = original.slice(0, random(8) === 0 ? random(original.length) : original.length)
  for (let times = 1 + random(3); times > 0; times -= 1) {
    const at = random(bytes.length)
    if (at < bytes.length)
      bytes[at] = random(2) === 0 ? random(256) : (bytes[at] ?? 0) ^ (1 << random(8))
  }
  return bytes
}

const wrong = /^archive\/[a-z0-9-]+$/
const right = new Set(Object.values(contents))

/** Every entry either gives bytes that were put in or fails with a code. */
function silentDamage({ entries = [] }: Outcome): readonly string[] {
  return entries
    .map(([, outcome]) => outcome)
    .filter((text) => !right.has(text) && !wrong.test(text))
}

describe('a damaged zip', () => {
  const seeds = Array.from({ length: 3000 }, (_, seed) => seed)

  it('gives the right bytes or a code, whichever way it is opened', async () => {
    for (const seed of seeds) {
      const bytes = damaged(seed)
      const codec = {
        inflateRaw: (data: Uint8Array, size: number) =>
          inflateRawSync(data, { chunkSize: Math.max(64, size + 1), maxOutputLength: size || 1 }),
        crc32: (data: Uint8Array, before?: number) => crc32(data, before),
      }
      for (const outcome of [
        await outcomeOf((report) => openZip(inMemory(bytes), { name: 'z', report, codec })),
        await outcomeOf((report) => openZip(inMemory(bytes, true), { name: 'z', report })),
        await outcomeOf((report) => openJsZip(bytes, { name: 'z', report })),
      ]) {
        expect(silentDamage(outcome), `seed ${seed}`).toEqual([])
      }
    }
  })
})

it('a large entry can be left in the middle', async () => {
  const content = new Uint8Array(8 * 2 ** 20).map((_, n) => (n * n) >>> 6)
  const bytes = buildZip([
    { name: 'a', content },
    { name: 'b', content, stored: true },
  ])
  const { entries } = await openZip(inMemory(bytes), { name: 'z', report: () => {} })
  for (const entry of entries) {
    const reader = entry.open().getReader()
    expect((await reader.read()).value?.length).toBeGreaterThan(0)
    await reader.cancel()
    expect((await reader.read()).done).toBe(true)
  }
})

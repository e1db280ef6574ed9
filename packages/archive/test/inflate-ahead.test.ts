import { crc32, inflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { type Codec, openZip, type ZipEntry } from '../src/index.ts'
import { buildZip, type EntryPlan } from './support/build-zip.ts'
import { onDisk } from './support/outcome.ts'

const plans: readonly EntryPlan[] = Array.from({ length: 100 }, (_, n) => ({
  name: `${n}`,
  content: `note ${n}, `.repeat(300),
}))

/** Opens a zip, and counts what is inflated alone and what together. */
async function opened(entries: readonly EntryPlan[], change: (bytes: Uint8Array) => Uint8Array) {
  const counts = { alone: 0, together: 0, calls: 0 }
  const codec: Codec = {
    inflateRaw(bytes) {
      counts.alone += 1
      return inflateRawSync(bytes)
    },
    inflateRawAll(all) {
      counts.calls += 1
      counts.together += all.length
      return all.map(({ bytes }) => change(inflateRawSync(bytes)))
    },
    crc32,
  }
  const report = (): void => {}
  const zip = await openZip(onDisk(buildZip(entries)), { name: 'z', report, codec })
  return { counts, entries: zip.entries }
}

const asItIs = (bytes: Uint8Array): Uint8Array => bytes

async function textOf(entry: ZipEntry | undefined): Promise<string> {
  return new TextDecoder().decode(await entry?.bytes())
}

describe('small entries', () => {
  it('are inflated together while they are read one after the other', async () => {
    const { counts, entries } = await opened(plans, asItIs)
    for (const [n, entry] of [...entries].entries()) {
      expect(await textOf(entry)).toBe(plans[n]?.content)
    }
    expect(counts).toMatchObject({ alone: 1, together: 99 })
    expect(counts.calls).toBeLessThan(6)
  })

  it('are inflated together again when all are read a second time', async () => {
    const { counts, entries } = await opened(plans, asItIs)
    for (const entry of [...entries, ...entries]) await textOf(entry)
    expect(counts).toMatchObject({ alone: 2, together: 198 })
  })

  it('are inflated alone in any other order', async () => {
    const { counts, entries } = await opened(plans, asItIs)
    for (let n = 99; n >= 0; n -= 1) expect(await textOf(entries.at(n))).toBe(plans[n]?.content)
    expect(counts).toEqual({ alone: 100, together: 0, calls: 0 })
  })

  it('are given as bytes of its own to everybody who asks', async () => {
    const { entries } = await opened(plans, asItIs)
    await textOf(entries.at(0))
    const first = await entries.at(1)?.bytes()
    first?.fill(0)
    expect(await textOf(entries.at(1))).toBe(plans[1]?.content)
    expect(await textOf(entries.at(2))).toBe(plans[2]?.content)
  })

  it('are inflated alone where what came out together has another check sum', async () => {
    const { counts, entries } = await opened(plans, (bytes) => bytes.map((byte) => byte ^ 1))
    for (const [n, entry] of [...entries].entries()) {
      expect(await textOf(entry)).toBe(plans[n]?.content)
    }
    expect(counts).toMatchObject({ alone: 100, together: 99 })
  })

  it('are kept apart from large and stored ones', async () => {
    const mixed = plans.map((plan, n) => {
      if (n % 10 === 5) return { ...plan, content: `${plan.content}`.repeat(9) }
      return n % 10 === 0 ? { ...plan, stored: true } : plan
    })
    const { counts, entries } = await opened(mixed, asItIs)
    for (const [n, entry] of [...entries].entries()) {
      expect(await textOf(entry)).toBe(mixed[n]?.content)
    }
    expect(counts).toMatchObject({ alone: 10, together: 80 })
  })
})

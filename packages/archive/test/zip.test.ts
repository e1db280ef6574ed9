import { crc32, inflateRawSync } from 'node:zlib'
import type { Report } from '@labelport/format'
import { describe, expect, it } from 'vitest'
import { type Codec, openJsZip, openZip, type Zip } from '../src/index.ts'
import { crc32 as portableCrc32 } from '../src/zip/codec.ts'
import { buildZip } from './support/build-zip.ts'
import { oddZips } from './support/odd-zips.ts'
import { inMemory, onDisk, outcomeOf } from './support/outcome.ts'

const zlib: Codec = {
  inflateRaw: (bytes, size) =>
    inflateRawSync(bytes, { chunkSize: Math.max(64, size + 1), maxOutputLength: size || 1 }),
  crc32: (bytes, before) => crc32(bytes, before),
}

/** Inflates several at once, as far as the archive can tell. */
const together: Codec = {
  ...zlib,
  inflateRawAll(all) {
    try {
      return all.map(({ bytes, size }) => zlib.inflateRaw(bytes, size))
    } catch {
      return undefined
    }
  },
}

const openers: Readonly<Record<string, (bytes: Uint8Array, report: Report) => Promise<Zip>>> = {
  'positioned reads': (bytes, report) =>
    openZip(inMemory(bytes), { name: 'test.zip', report, codec: zlib }),
  'positioned reads, entries inflated together': (bytes, report) =>
    openZip(onDisk(bytes), { name: 'test.zip', report, codec: together }),
  'slow reads and the portable codec': (bytes, report) =>
    openZip(inMemory(bytes, true), { name: 'test.zip', report }),
  jszip: (bytes, report) => openJsZip(bytes, { name: 'test.zip', report }),
}

describe.each(Object.entries(openers))('a zip opened by %s', (_, open) => {
  it.each(oddZips)('$title', async ({ bytes, entries, codes = [] }) => {
    const outcome = await outcomeOf((report) => open(bytes(), report))
    expect(outcome).toEqual(entries === undefined ? { codes } : { entries, codes })
  })

  it('of 70,000 entries is read whole (trap 51)', async () => {
    const plans = Array.from({ length: 70_000 }, (_, n) => {
      return { name: `d/${n}.txt`, content: `${n}`, stored: true }
    })
    const bytes = buildZip(plans, { zip64End: true })
    const { entries } = await open(bytes, ({ message }) => expect.fail(message))
    expect(entries.length).toBe(70_000)
    expect(entries.at(69_999)?.path).toBe('d/69999.txt')
    expect(new TextDecoder().decode(await entries.at(65_537)?.bytes())).toBe('65537')
  })

  it('streams an entry of several mebibytes and notices damage at its end', async () => {
    const content = new Uint8Array(3 * 2 ** 20).map((_, n) => (n * n) >>> 7)
    const last = content.length - 1
    const flipped = (data: Uint8Array) => data.map((byte, at) => (at === last ? byte ^ 1 : byte))
    const bytes = buildZip([
      { name: 'deflated', content },
      { name: 'stored', content, stored: true },
      { name: 'damaged', content, stored: true, damage: flipped },
      { name: 'short', content, size: content.length + 1 },
    ])
    const { entries } = await outcomeOf((report) => open(bytes, report))
    const text = new TextDecoder().decode(content)
    expect(entries?.map(([path, outcome]) => [path, outcome === text ? 'right' : outcome])).toEqual(
      [
        ['deflated', 'right'],
        ['stored', 'right'],
        ['damaged', 'archive/wrong-crc'],
        ['short', 'archive/damaged-entry'],
      ],
    )
  })

  it('names both readings of a name that does not say its encoding (trap 52)', async () => {
    const bytes = buildZip([{ name: new TextEncoder().encode('é'), content: '' }])
    const { entries } = await open(bytes, ({ message }) => expect.fail(message))
    expect(entries.at(0)).toMatchObject({ path: 'é', otherPath: '├⌐' })
  })
})

describe('limits', () => {
  const bytes = buildZip([
    { name: 'a', content: 'x'.repeat(100) },
    { name: 'b', content: 'y'.repeat(100) },
  ])
  it.each([
    [{ entries: 1 }, 'archive/too-many-entries'],
    [{ totalBytes: 199 }, 'archive/too-large'],
  ])('%o refuse the archive', async (limits, code) => {
    for (const opening of [
      openZip(inMemory(bytes), { name: 'z', report: () => {}, limits }),
      openJsZip(bytes, { name: 'z', report: () => {}, limits }),
    ]) {
      await expect(opening).rejects.toMatchObject({ diagnostic: { code, place: { path: 'z' } } })
    }
  })

  it('on one entry leave the others', async () => {
    const mixed = buildZip([
      { name: 'large', content: 'x'.repeat(100) },
      { name: 'small', content: 'y' },
    ])
    const outcome = await outcomeOf((report) =>
      openZip(inMemory(mixed), { name: 'z', report, limits: { entryBytes: 50 } }),
    )
    expect(outcome).toEqual({ entries: [['small', 'y']], codes: ['archive/entry-too-large'] })
  })
})

describe('reading ahead', () => {
  it('covers many small entries with few reads', async () => {
    const plans = Array.from({ length: 2000 }, (_, n) => ({
      name: `${n}`,
      content: `${n}`.repeat(9),
    }))
    const file = inMemory(buildZip(plans))
    let reads = 0
    const counted = {
      size: file.size,
      read: (offset: number, length: number) => {
        reads += 1
        return file.read(offset, length)
      },
    }
    const { entries } = await openZip(counted, { name: 'z', report: () => {}, codec: zlib })
    for (const entry of entries) expect(entry.bytes()).toBeInstanceOf(Uint8Array)
    expect(reads).toBeLessThan(10)
  })

  it('gives the right bytes in any order, and bytes of its own', async () => {
    const plans = Array.from({ length: 50 }, (_, n) => ({
      name: `${n}`,
      content: `${n}!`,
      stored: true,
    }))
    const { entries } = await openZip(inMemory(buildZip(plans)), {
      name: 'z',
      report: () => {},
      codec: zlib,
    })
    const backwards = await Promise.all([...entries].reverse().map((entry) => entry.bytes()))
    backwards[0]?.fill(0)
    const texts = backwards.map((bytes) => new TextDecoder().decode(bytes))
    expect(texts.slice(1)).toEqual(
      plans
        .slice(0, -1)
        .map(({ content }) => content)
        .reverse(),
    )
    expect(new TextDecoder().decode(await entries.at(49)?.bytes())).toBe('49!')
  })

  it('fills its buffer again, and what was read stays', async () => {
    const plans = Array.from({ length: 300 }, (_, n) => ({
      name: `${n}`,
      content: `${n} `.repeat(700),
      stored: n % 2 === 0,
    }))
    const disk = onDisk(buildZip(plans))
    let filled = 0
    const file = {
      ...disk,
      readInto(bytes: Uint8Array, offset: number) {
        filled += 1
        disk.readInto?.(bytes, offset)
      },
    }
    const { entries } = await openZip(file, { name: 'z', report: () => {}, codec: zlib })
    const read = Array.from(entries, (entry) => entry.bytes())
    expect(filled).toBeGreaterThan(2)
    for (const [n, bytes] of read.entries()) {
      expect(new TextDecoder().decode(await bytes)).toBe(plans[n]?.content)
    }
  })
})

describe('the portable CRC-32', () => {
  it('equals that of zlib at every length and goes on from a part', () => {
    const bytes = Uint8Array.from({ length: 70 }, (_, n) => (n * 37) & 255)
    for (let length = 0; length <= bytes.length; length += 1) {
      const expected = crc32(bytes.subarray(0, length))
      expect(portableCrc32(bytes.subarray(0, length))).toBe(expected)
      const half = portableCrc32(bytes.subarray(0, length >> 1))
      expect(portableCrc32(bytes.subarray(length >> 1, length), half)).toBe(expected)
    }
  })
})

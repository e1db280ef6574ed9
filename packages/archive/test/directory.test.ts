import type { Diagnostic, RandomAccess } from '@labelport/format'
import { describe, expect, it } from 'vitest'
import { openExport, openZip, type ZipOptions } from '../src/index.ts'
import { buildZip, type EntryPlan } from './support/build-zip.ts'
import { inMemory } from './support/outcome.ts'

/** Opens a zip; tells what it holds and what was reported. */
async function listed(bytes: Uint8Array) {
  const codes: string[] = []
  const report = ({ code, place }: Diagnostic) => codes.push(`${code} ${place?.path}`)
  const { entries } = await openZip(inMemory(bytes), { name: 'z', report })
  const decoder = new TextDecoder()
  const texts: string[] = []
  for (const entry of entries) texts.push(`${entry.path} ${decoder.decode(await entry.bytes())}`)
  return { texts, codes }
}

/** The same zip with the records of its directory in another order. */
function reordered(bytes: Uint8Array, order: (records: Uint8Array[]) => Uint8Array[]): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const [size, start] = [12, 16].map((at) => view.getUint32(bytes.length - 22 + at, true))
  const records: Uint8Array[] = []
  for (let at = start ?? 0; at < (start ?? 0) + (size ?? 0); ) {
    const end = at + 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true)
    records.push(bytes.slice(at, end))
    at = end
  }
  const copy = new Uint8Array(bytes)
  let at = start ?? 0
  for (const record of order(records)) {
    copy.set(record, at)
    at += record.length
  }
  return copy
}

describe('the directory of a zip', () => {
  it('decides the order, however the entries lie', async () => {
    const plans = Array.from({ length: 40 }, (_, n) => ({ name: `${n}`, content: `text ${n}` }))
    const mixed = (records: Uint8Array[]) => records.map((_, n) => records[(n * 7) % 40] ?? _)
    const { texts, codes } = await listed(reordered(buildZip(plans), mixed))
    expect(texts).toEqual(plans.map((_, n) => `${(n * 7) % 40} text ${(n * 7) % 40}`))
    expect(codes).toEqual([])
  })

  it('names an entry that shares bytes with one it lists before, in any order', async () => {
    const plans: EntryPlan[] = [
      { name: 'a', content: 'one' },
      { name: 'b', content: 'two' },
      { name: 'c', content: 'one', bodyOf: 0 },
    ]
    const bytes = reordered(buildZip(plans), (records) => records.reverse())
    const { texts, codes } = await listed(bytes)
    expect(texts).toEqual(['c one', 'b two'])
    expect(codes).toEqual(['archive/overlapping-entry a'])
  })
})

describe('names of entries', () => {
  const others = Array.from({ length: 5000 }, (_, n) => `f/${(n * 7919) % 5003}-${n}.txt`)
  const opened = (names: readonly string[]) =>
    listed(buildZip(names.map((name) => ({ name, content: '', stored: true }))))

  it.each([
    ['the same', 'same.txt', 'same.txt'],
    ['the same once steps that lead nowhere are left out', 'd/same.txt', './d//same.txt'],
    ['the same beyond ASCII', 'żółw.txt', 'żółw.txt'],
  ])('that are %s are found among thousands (trap 53)', async (_, first, second) => {
    const { texts, codes } = await opened([first, ...others, second, ...others.slice(0, 3)])
    expect(texts).toHaveLength(5001)
    const again = others.slice(0, 3).map((name) => `archive/duplicate-name ${name}`)
    expect(codes).toEqual([`archive/duplicate-name ${first}`, ...again])
  })

  it.each([
    ['case', 'note.txt', 'NOTE.txt'],
    ['case beyond ASCII', 'Żółw.txt', 'żÓŁW.txt'],
    ['how an accent is encoded', 'e\u0301.txt', '\u00e9.txt'],
    ['a sign that stands for a letter of ASCII', 'k.txt', '\u212a.txt'],
  ])('that differ by %s only are found among thousands (trap 53)', async (_, first, second) => {
    const { texts, codes } = await opened([first, ...others, second])
    expect(texts).toHaveLength(5002)
    expect(codes).toEqual([`archive/similar-name ${second}`])
  })
})

describe('a directory that was checked before', () => {
  const bytes = buildZip([
    { name: 'REVIEW/a', content: 'one' },
    { name: '../evil', content: 'x' },
    { name: 'REVIEW/b', content: 'two' },
  ])
  const memory = (size: number) => new SharedArrayBuffer(size)

  async function again(file: RandomAccess, options: Partial<ZipOptions>) {
    const codes: string[] = []
    const report = ({ code }: Diagnostic) => codes.push(code)
    const { entries, directory } = await openZip(file, { name: 'z', report, ...options })
    return { paths: Array.from(entries, ({ path }) => path), entries, directory, codes }
  }

  it('lies in the memory that was given, so that threads share it', async () => {
    const { directory } = await again(inMemory(bytes), { memory })
    const { records, starts, ends } = structuredClone(directory) ?? {}
    expect(records?.buffer).toBeInstanceOf(SharedArrayBuffer)
    expect(starts?.buffer).toBeInstanceOf(SharedArrayBuffer)
    expect(ends?.buffer).toBeInstanceOf(SharedArrayBuffer)
    expect([starts?.length, ends?.length]).toEqual([2, 2])
  })

  it('is neither read nor checked again', async () => {
    const first = await again(inMemory(bytes), { memory })
    expect(first.codes).toEqual(['archive/traversal'])
    let reads = 0
    const counted: RandomAccess = {
      size: bytes.length,
      read(offset, length) {
        reads += 1
        return inMemory(bytes).read(offset, length)
      },
    }
    const second = await again(counted, { directory: structuredClone(first.directory) })
    expect([second.paths, second.codes, reads]).toEqual([['REVIEW/a', 'REVIEW/b'], [], 0])
    expect(new TextDecoder().decode(await second.entries.at(1)?.bytes())).toBe('two')
  })

  it('is read again when the file is another one', async () => {
    const { directory } = await again(inMemory(bytes), {})
    const other = buildZip([{ name: 'other', content: 'longer than the first' }])
    expect((await again(inMemory(other), { directory })).paths).toEqual(['other'])
  })

  it('is handed on by an export, zip by zip', async () => {
    const other = buildZip([{ name: 'REVIEW/c', content: 'three' }])
    const inputs = [bytes, other].map((zip, n) => {
      return { type: 'zip', name: `${n}.zip`, file: inMemory(zip) } as const
    })
    const report = () => {}
    const { directories = [] } = await openExport(inputs, { report })
    expect(directories.map(({ fileSize }) => fileSize)).toEqual([bytes.length, other.length])
    const codes: string[] = []
    const { projects } = await openExport(inputs, {
      report: ({ code }) => codes.push(code),
      directories,
    })
    const paths = projects.flatMap(({ cabinets }) =>
      cabinets.flatMap(({ files }) => Array.from(files, ({ path }) => path)),
    )
    expect([paths, codes]).toEqual([['REVIEW/a', 'REVIEW/b', 'REVIEW/c'], []])
  })
})

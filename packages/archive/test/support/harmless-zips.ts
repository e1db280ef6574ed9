import { crc32 } from 'node:zlib'
import { buildZip } from './build-zip.ts'
import { good, type OddZip, reading } from './odd-zip.ts'

const cp437 = Uint8Array.from([0x81, 0x2e, 0x74, 0x78, 0x74])
const text = (content: string): Uint8Array => new TextEncoder().encode(content)

/** An Info-ZIP Unicode path for a raw name. */
function unicodePath(raw: Uint8Array, name: string): Uint8Array {
  const utf8 = text(name)
  const field = Buffer.alloc(9 + utf8.length)
  field.writeUInt16LE(0x7075, 0)
  field.writeUInt16LE(5 + utf8.length, 2)
  field.writeUInt8(1, 4)
  field.writeUInt32LE(crc32(raw), 5)
  field.set(utf8, 9)
  return field
}

/** Zips that are unusual and fine. */
export const harmlessZips: readonly OddZip[] = [
  reading('an entry named __proto__', () => buildZip([{ ...good, name: '__proto__' }, good]), [
    '__proto__',
    'good.txt',
  ]),
  reading('names that are numbers', () => buildZip([good, { ...good, name: '7' }]), [
    'good.txt',
    '7',
  ]),
  reading('zip64 fields (trap 51)', () => buildZip([{ ...good, zip64: true }], { zip64End: true })),
  reading(
    'data descriptors (trap 51)',
    () =>
      buildZip([
        { ...good, descriptor: true },
        { ...good, name: 'b', descriptor: true },
      ]),
    ['good.txt', 'b'],
  ),
  reading(
    'a local header longer than the directory says',
    () =>
      buildZip([
        { ...good, localExtra: 40 },
        { ...good, name: 'b', localExtra: 60_000 },
      ]),
    ['good.txt', 'b'],
  ),
  reading('bytes before the archive (trap 51)', () =>
    buildZip([good], { prefix: text('#!/bin/sh\n') }),
  ),
  reading('bytes before a zip64 archive', () =>
    buildZip([{ ...good, zip64: true }], { prefix: text('PK#!/bin/sh\n'), zip64End: true }),
  ),
  reading('bytes after the archive', () => buildZip([good], { suffix: new Uint8Array(5000) })),
  reading('a comment', () => buildZip([good], { comment: 'made on a Tuesday' })),
  reading(
    'folders and steps that lead nowhere',
    () =>
      buildZip([
        { name: 'a/', content: '' },
        { ...good, name: './a/.//b.txt' },
      ]),
    ['a/b.txt'],
  ),
  reading('a CP437 name (trap 52)', () => buildZip([{ ...good, name: cp437 }]), ['ü.txt']),
  reading(
    'UTF-8 without the flag (trap 52)',
    () => buildZip([{ ...good, name: text('żółw.txt') }]),
    ['żółw.txt'],
  ),
  reading(
    'a Unicode path beside a CP437 name (trap 52)',
    () => buildZip([{ ...good, name: cp437, extra: unicodePath(cp437, '新しい.txt') }]),
    ['新しい.txt'],
  ),
  { title: 'no entries at all', bytes: () => buildZip([]), entries: [], codes: [] },
  {
    title: 'an empty entry',
    bytes: () =>
      buildZip([
        { name: 'a', content: '' },
        { name: 'b', content: '', stored: true },
      ]),
    entries: [
      ['a', ''],
      ['b', ''],
    ],
    codes: [],
  },
]

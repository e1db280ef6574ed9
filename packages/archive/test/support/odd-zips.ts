import { crc32 } from 'node:zlib'
import { buildZip, type EntryPlan } from './build-zip.ts'

/** A zip that is unusual or hostile, and what reading all of it must give. */
export interface OddZip {
  readonly title: string
  readonly bytes: () => Uint8Array
  /** Text, or the code of the error, by path, in order. Absent when the archive cannot be opened. */
  readonly entries?: readonly (readonly [path: string, outcome: string])[]
  /** Codes of what was reported or thrown on opening, in order. */
  readonly codes?: readonly string[]
}

const good: EntryPlan = { name: 'good.txt', content: 'good ż 🙂' }
const goodEntry = ['good.txt', 'good ż 🙂'] as const
const long = 'The quick brown fox jumps over the lazy dog. '.repeat(40)

/** An evil entry beside a good one: the evil one is refused, the good one is read. */
function refusing(title: string, code: string, evil: EntryPlan): OddZip {
  return { title, bytes: () => buildZip([evil, good]), entries: [goodEntry], codes: [code] }
}

/** An entry that fails when it is read. */
function failing(title: string, code: string, evil: EntryPlan): OddZip {
  const entries = [['evil.txt', code] as const, goodEntry]
  return { title, bytes: () => buildZip([evil, good]), entries, codes: [] }
}

/** A zip that is fine in its way. */
function reading(title: string, bytes: () => Uint8Array, paths = ['good.txt']): OddZip {
  return { title, bytes, entries: paths.map((path) => [path, 'good ż 🙂']), codes: [] }
}

function hopeless(title: string, code: string, bytes: () => Uint8Array): OddZip {
  return { title, bytes, codes: [code] }
}

const flipBit = (data: Uint8Array): Uint8Array =>
  data.map((byte, at) => (at === 5 ? byte ^ 1 : byte))
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

export const oddZips: readonly OddZip[] = [
  refusing('a name that climbs out (trap 49)', 'archive/traversal', {
    ...good,
    name: '../evil.txt',
  }),
  refusing('a name that climbs out in the middle', 'archive/traversal', {
    ...good,
    name: 'a/../../evil',
  }),
  refusing('an absolute name (trap 49)', 'archive/absolute-path', { ...good, name: '/abs.txt' }),
  refusing('a name with backslashes', 'archive/backslash', { ...good, name: 'a\\..\\..\\evil' }),
  refusing('a drive letter (trap 49)', 'archive/drive-letter', { ...good, name: 'C:/evil.txt' }),
  refusing('an empty name', 'archive/bad-name', { ...good, name: '' }),
  refusing('a name with a line feed', 'archive/bad-name', { ...good, name: 'a\nb.txt' }),
  refusing('a name flagged UTF-8 that is not', 'archive/bad-name', {
    ...good,
    name: cp437,
    flags: 0x800,
  }),
  refusing('a symbolic link (trap 49)', 'archive/link', {
    ...good,
    name: 'l',
    stored: true,
    unixMode: 0xa1ff,
  }),
  refusing('a device', 'archive/link', { ...good, name: 'd', unixMode: 0x21ff }),
  refusing('an encrypted entry (trap 50)', 'archive/encrypted', {
    ...good,
    name: 'e',
    flags: 0x801,
  }),
  refusing('an entry encrypted with AES', 'archive/encrypted', { ...good, name: 'e', method: 99 }),
  refusing('deflate64 (trap 50)', 'archive/unknown-method', { ...good, name: 'e', method: 9 }),
  refusing('an honest bomb (trap 50)', 'archive/ratio', {
    name: 'b',
    content: new Uint8Array(2 ** 24),
  }),
  refusing('a stored entry of two sizes', 'archive/damaged-entry', {
    ...good,
    name: 's',
    stored: true,
    size: 3,
  }),
  refusing('a declared size that is absurd', 'archive/ratio', {
    ...good,
    name: 'x',
    size: 0xfffffff0,
  }),
  failing('a wrong CRC', 'archive/wrong-crc', { name: 'evil.txt', content: long, crc: 1 }),
  failing('a wrong CRC of a stored entry', 'archive/wrong-crc', {
    name: 'evil.txt',
    content: long,
    stored: true,
    crc: 1,
  }),
  failing('a flipped bit', 'archive/wrong-crc', {
    name: 'evil.txt',
    content: long,
    stored: true,
    damage: flipBit,
  }),
  failing('compressed data that is cut', 'archive/damaged-entry', {
    name: 'evil.txt',
    content: long,
    damage: (data) => data.slice(0, data.length >> 1),
  }),
  failing('compressed data that is noise', 'archive/damaged-entry', {
    name: 'evil.txt',
    content: long,
    damage: (data) => data.fill(0xff),
  }),
  failing('a lying bomb (trap 50)', 'archive/damaged-entry', {
    name: 'evil.txt',
    content: new Uint8Array(2 ** 24),
    size: 100,
  }),
  failing('a declared size that is one too small', 'archive/damaged-entry', {
    name: 'evil.txt',
    content: long,
    size: long.length - 1,
  }),
  failing('a declared size that is too big', 'archive/damaged-entry', {
    name: 'evil.txt',
    content: long,
    size: long.length + 7,
  }),
  {
    title: 'fifty names for one body',
    bytes: () =>
      buildZip([
        good,
        ...Array.from({ length: 49 }, (_, n) => ({ ...good, name: `${n}.txt`, bodyOf: 0 })),
      ]),
    entries: [goodEntry],
    codes: Array.from({ length: 49 }, () => 'archive/overlapping-entry'),
  },
  {
    title: 'a name twice: the first is read',
    bytes: () => buildZip([good, { ...good, content: 'other' }]),
    entries: [goodEntry],
    codes: ['archive/duplicate-name'],
  },
  {
    title: 'names that differ by case only (trap 53)',
    bytes: () => buildZip([good, { ...good, name: 'GOOD.txt' }]),
    entries: [goodEntry, ['GOOD.txt', 'good ż 🙂']],
    codes: ['archive/similar-name'],
  },
  {
    title: 'names in NFC and NFD (trap 53)',
    bytes: () =>
      buildZip([
        { ...good, name: 'caf\u00e9' },
        { ...good, name: 'cafe\u0301' },
      ]),
    entries: [
      ['caf\u00e9', 'good ż 🙂'],
      ['cafe\u0301', 'good ż 🙂'],
    ],
    codes: ['archive/similar-name'],
  },
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
  hopeless('an empty file (trap 56)', 'archive/empty-file', () => new Uint8Array(0)),
  hopeless('a cut archive (trap 56)', 'archive/truncated', () => buildZip([good]).slice(0, -30)),
  hopeless('a web page (trap 56)', 'archive/web-page', () => text('\n<!DOCTYPE html><p>Expired')),
  hopeless('an XML error (trap 56)', 'archive/web-page', () =>
    text('<?xml version="1.0"?><Error/>'),
  ),
  hopeless('some other file', 'archive/not-a-zip', () => text('{"a": 1}')),
  hopeless('one of several volumes', 'archive/split-archive', () => {
    const bytes = buildZip([good])
    bytes[bytes.length - 18] = 3
    return bytes
  }),
  hopeless('a directory that lists too few', 'archive/damaged-directory', () => {
    const bytes = buildZip([good])
    bytes[bytes.length - 12] = 2
    return bytes
  }),
]

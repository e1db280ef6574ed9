import { buildZip } from './build-zip.ts'
import { failing, good, goodEntry, long, type OddZip, refusing } from './odd-zip.ts'

const flipBit = (data: Uint8Array): Uint8Array =>
  data.map((byte, at) => (at === 5 ? byte ^ 1 : byte))
const cp437 = Uint8Array.from([0x81, 0x2e, 0x74, 0x78, 0x74])

/** Entries that are refused, fail when read, or stand in each other's way. */
export const evilEntries: readonly OddZip[] = [
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
]

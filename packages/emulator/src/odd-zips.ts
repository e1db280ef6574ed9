import { deflateRawSync } from 'node:zlib'
import { crc32 } from './crc32.ts'

interface Entry {
  readonly name: string
  readonly content?: string
  /** Unix mode bits. Absent means a plain file. */
  readonly mode?: number
  /** Sizes and checksum follow the content. */
  readonly descriptor?: boolean
}

const hello: Entry = { name: 'Odd-1/REVIEW/hello.txt', content: 'hello 🌿' }

/** Zips that a careful program refuses or reads with care. */
const oddZips: Readonly<
  Record<string, { readonly entries: readonly Entry[]; readonly zip64?: true }>
> = {
  'parent-path': { entries: [hello, { name: 'Odd-1/REVIEW/../../../outside.txt', content: 'x' }] },
  'absolute-path': { entries: [hello, { name: '/outside.txt', content: 'x' }] },
  'drive-path': { entries: [hello, { name: 'C:\\outside.txt', content: 'x' }] },
  'backslash-path': { entries: [hello, { name: 'Odd-1\\REVIEW\\other.txt', content: 'x' }] },
  symlink: {
    entries: [hello, { name: 'Odd-1/REVIEW/link', content: '../../outside', mode: 0o120777 }],
  },
  'duplicate-names': { entries: [hello, { ...hello, content: 'again' }] },
  'case-only': { entries: [hello, { name: 'Odd-1/REVIEW/HELLO.txt', content: 'louder' }] },
  'composed-names': {
    entries: [
      { name: 'Odd-1/REVIEW/caf\u00e9.txt', content: 'composed' },
      { name: 'Odd-1/REVIEW/cafe\u0301.txt', content: 'decomposed' },
    ],
  },
  bomb: { entries: [hello, { name: 'Odd-1/REVIEW/bomb.txt', content: '0'.repeat(4_194_304) }] },
  'data-descriptor': { entries: [{ ...hello, descriptor: true }] },
  zip64: { entries: [hello], zip64: true },
  'no-review': { entries: [{ name: 'Odd-1/ROOT-own_example_org/hello.txt', content: 'hello' }] },
  'several-roots': { entries: [hello, { name: 'Odd-2/REVIEW/hello.txt', content: 'other' }] },
  macosx: { entries: [hello, { name: '__MACOSX/Odd-1/REVIEW/._hello.txt', content: 'fork' }] },
  empty: { entries: [] },
}

/** The names of the odd zips. */
export const oddZipNames: readonly string[] = Object.keys(oddZips)

/** The zip of that name. Throws RangeError for any other. */
export function oddZip(name = 'parent-path'): Uint8Array {
  const odd = oddZips[name]
  if (odd !== undefined) return zipOf(odd.entries, odd.zip64 === true)
  throw new RangeError(`There is no odd zip "${name}"; there are ${oddZipNames.join(', ')}.`)
}

function zipOf(entries: readonly Entry[], zip64: boolean): Uint8Array {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content = '', mode = 0o100644, descriptor = false } of entries) {
    const path = Buffer.from(name)
    const plain = Buffer.from(content)
    const packed = deflateRawSync(plain)
    const crc = crc32(plain)
    const local = Buffer.alloc(30)
    const central = Buffer.alloc(46)
    local.writeUInt32LE(0x04034b50, 0)
    central.writeUInt32LE(0x02014b50, 0)
    central.writeUInt16LE((3 << 8) | 20, 4)
    central.writeUInt32LE((mode << 16) >>> 0, 38)
    central.writeUInt32LE(offset, 42)
    for (const [record, at, known] of [
      [local, 4, !descriptor],
      [central, 6, true],
    ] as const) {
      record.writeUInt16LE(20, at)
      record.writeUInt16LE(0x0800 | (descriptor ? 8 : 0), at + 2)
      record.writeUInt16LE(8, at + 4)
      record.writeUInt32LE(known ? crc : 0, at + 10)
      record.writeUInt32LE(known ? packed.length : 0, at + 14)
      record.writeUInt32LE(known ? plain.length : 0, at + 18)
      record.writeUInt16LE(path.length, at + 22)
    }
    const after = Buffer.alloc(descriptor ? 16 : 0)
    if (descriptor) {
      after.writeUInt32LE(0x08074b50, 0)
      after.writeUInt32LE(crc, 4)
      after.writeUInt32LE(packed.length, 8)
      after.writeUInt32LE(plain.length, 12)
    }
    parts.push(local, path, packed, after)
    directory.push(central, path)
    offset += local.length + path.length + packed.length + after.length
  }
  const end = endOf(entries.length, Buffer.concat(directory).length, offset, zip64)
  return new Uint8Array(Buffer.concat([...parts, ...directory, end]))
}

function endOf(count: number, size: number, offset: number, zip64: boolean): Buffer {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(zip64 ? 0xffff : count, 8)
  end.writeUInt16LE(zip64 ? 0xffff : count, 10)
  end.writeUInt32LE(zip64 ? 0xffff_ffff : size, 12)
  end.writeUInt32LE(zip64 ? 0xffff_ffff : offset, 16)
  if (!zip64) return end
  const record = Buffer.alloc(56)
  record.writeUInt32LE(0x06064b50, 0)
  record.writeBigUInt64LE(44n, 4)
  record.writeUInt16LE(45, 12)
  record.writeUInt16LE(45, 14)
  record.writeBigUInt64LE(BigInt(count), 24)
  record.writeBigUInt64LE(BigInt(count), 32)
  record.writeBigUInt64LE(BigInt(size), 40)
  record.writeBigUInt64LE(BigInt(offset), 48)
  const locator = Buffer.alloc(20)
  locator.writeUInt32LE(0x07064b50, 0)
  locator.writeBigUInt64LE(BigInt(offset + size), 8)
  locator.writeUInt32LE(1, 16)
  return Buffer.concat([record, locator, end])
}

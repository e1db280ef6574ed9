import { crc32, deflateRawSync } from 'node:zlib'

/** An entry of a zip that is built by hand; every field can be made wrong. */
export interface EntryPlan {
  readonly name: string | Uint8Array
  readonly content: string | Uint8Array
  readonly stored?: boolean
  /** In the directory and the local header; 8 or 0 by default. */
  readonly method?: number
  readonly flags?: number
  readonly crc?: number
  /** The declared size, when it is a lie. */
  readonly size?: number
  /** Changes the bytes after they were compressed. */
  readonly damage?: (data: Uint8Array) => Uint8Array
  /** Sizes stand behind the data, zeros in the local header. */
  readonly descriptor?: boolean
  /** Sizes and offset stand in a zip64 field. */
  readonly zip64?: boolean
  readonly unixMode?: number
  /** An extra field of the directory. */
  readonly extra?: Uint8Array
  /** The local header of another entry, by index. */
  readonly bodyOf?: number
  /** Bytes of an extra field that only the local header has. */
  readonly localExtra?: number
}

/** How the archive around the entries looks. */
export interface ArchivePlan {
  readonly prefix?: Uint8Array
  readonly suffix?: Uint8Array
  readonly comment?: string
  readonly zip64End?: boolean
}

/** The bytes of a zip. */
export function buildZip(entries: readonly EntryPlan[], archive: ArchivePlan = {}): Uint8Array {
  const body: Buffer[] = []
  const records: Buffer[] = []
  const placed: Placed[] = []
  let at = 0
  for (const plan of entries) {
    const entry = plan.bodyOf === undefined ? place(plan, at) : placed[plan.bodyOf]
    if (entry === undefined) throw new RangeError('bodyOf names no earlier entry')
    placed.push(entry)
    if (plan.bodyOf === undefined) {
      body.push(...entry.pieces)
      at += entry.pieces.reduce((sum, piece) => sum + piece.length, 0)
    }
    records.push(record(plan, entry))
  }
  const directory = Buffer.concat(records)
  return Buffer.concat([
    archive.prefix ?? Buffer.alloc(0),
    ...body,
    directory,
    end(entries.length, directory.length, at, archive),
    archive.suffix ?? Buffer.alloc(0),
  ])
}

interface Placed {
  readonly offset: number
  readonly packed: number
  readonly size: number
  readonly crc: number
  readonly pieces: readonly Buffer[]
}

function place(plan: EntryPlan, offset: number): Placed {
  const content = Buffer.from(plan.content)
  const clean = plan.stored ? content : deflateRawSync(content)
  const data = Buffer.from(plan.damage?.(Uint8Array.from(clean)) ?? clean)
  const crc = plan.crc ?? crc32(content)
  const size = plan.size ?? content.length
  const name = nameOf(plan)
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt16LE(20, 4)
  header.writeUInt16LE(flagsOf(plan), 6)
  header.writeUInt16LE(methodOf(plan), 8)
  if (!plan.descriptor) {
    header.writeUInt32LE(crc, 14)
    header.writeUInt32LE(data.length, 18)
    header.writeUInt32LE(size, 22)
  }
  header.writeUInt16LE(name.length, 26)
  header.writeUInt16LE(plan.localExtra ?? 0, 28)
  const descriptor = Buffer.alloc(plan.descriptor ? 16 : 0)
  if (plan.descriptor) {
    descriptor.writeUInt32LE(0x08074b50, 0)
    descriptor.writeUInt32LE(crc, 4)
    descriptor.writeUInt32LE(data.length, 8)
    descriptor.writeUInt32LE(size, 12)
  }
  const extra = Buffer.alloc(plan.localExtra ?? 0)
  return { offset, packed: data.length, size, crc, pieces: [header, name, extra, data, descriptor] }
}

function record(plan: EntryPlan, entry: Placed): Buffer {
  const name = nameOf(plan)
  const extra = Buffer.concat([
    plan.zip64 ? zip64Field(entry) : Buffer.alloc(0),
    plan.extra ?? Buffer.alloc(0),
  ])
  const header = Buffer.alloc(46)
  header.writeUInt32LE(0x02014b50, 0)
  header.writeUInt16LE(plan.unixMode === undefined ? 20 : 0x0314, 4)
  header.writeUInt16LE(plan.zip64 ? 45 : 20, 6)
  header.writeUInt16LE(flagsOf(plan), 8)
  header.writeUInt16LE(methodOf(plan), 10)
  header.writeUInt32LE(entry.crc, 16)
  header.writeUInt32LE(plan.zip64 ? 0xffffffff : entry.packed, 20)
  header.writeUInt32LE(plan.zip64 ? 0xffffffff : entry.size, 24)
  header.writeUInt16LE(name.length, 28)
  header.writeUInt16LE(extra.length, 30)
  header.writeUInt32LE(((plan.unixMode ?? 0) << 16) >>> 0, 38)
  header.writeUInt32LE(plan.zip64 ? 0xffffffff : entry.offset, 42)
  return Buffer.concat([header, name, extra])
}

function zip64Field({ size, packed, offset }: Placed): Buffer {
  const field = Buffer.alloc(28)
  field.writeUInt16LE(1, 0)
  field.writeUInt16LE(24, 2)
  field.writeBigUInt64LE(BigInt(size), 4)
  field.writeBigUInt64LE(BigInt(packed), 12)
  field.writeBigUInt64LE(BigInt(offset), 20)
  return field
}

function end(count: number, size: number, offset: number, archive: ArchivePlan): Buffer {
  const comment = Buffer.from(archive.comment ?? '')
  const last = Buffer.alloc(22)
  last.writeUInt32LE(0x06054b50, 0)
  last.writeUInt16LE(comment.length, 20)
  if (!archive.zip64End) {
    last.writeUInt16LE(count, 8)
    last.writeUInt16LE(count, 10)
    last.writeUInt32LE(size, 12)
    last.writeUInt32LE(offset, 16)
    return Buffer.concat([last, comment])
  }
  last.fill(0xff, 8, 20)
  const large = Buffer.alloc(76)
  large.writeUInt32LE(0x06064b50, 0)
  large.writeBigUInt64LE(44n, 4)
  large.writeBigUInt64LE(BigInt(count), 24)
  large.writeBigUInt64LE(BigInt(count), 32)
  large.writeBigUInt64LE(BigInt(size), 40)
  large.writeBigUInt64LE(BigInt(offset), 48)
  large.writeUInt32LE(0x07064b50, 56)
  large.writeBigUInt64LE(BigInt((archive.prefix?.length ?? 0) + offset + size), 64)
  large.writeUInt32LE(1, 72)
  return Buffer.concat([large, last, comment])
}

function nameOf({ name }: EntryPlan): Buffer {
  return Buffer.from(name)
}

function methodOf({ method, stored }: EntryPlan): number {
  return method ?? (stored ? 0 : 8)
}

function flagsOf({ flags, name, descriptor }: EntryPlan): number {
  return (flags ?? (typeof name === 'string' ? 0x800 : 0)) | (descriptor ? 8 : 0)
}

/** A file in the storage. Large ones are made while they are sent. */
export interface StoredFile {
  readonly size: number
  readonly etag: string
  /** From `start` up to and without `end`. */
  readonly read: (start: number, end: number) => Iterable<Uint8Array>
}

const chunkBytes = 262_144

/** A zip of one entry of zeros, so many bytes in all, of which none is held in memory. */
export function hugeZip(size: number): StoredFile {
  const name = Buffer.from('zeros.bin')
  const local = Buffer.alloc(30)
  const central = Buffer.alloc(46)
  const end = Buffer.alloc(22)
  const content = size - local.length - central.length - end.length - 2 * name.length
  const start = local.length + name.length
  if (content < 0 || size > 0xffff_fffe) throw new RangeError('The size is not one of a plain zip.')
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt32LE(content, 18)
  local.writeUInt32LE(content, 22)
  local.writeUInt16LE(name.length, 26)
  central.writeUInt32LE(0x02014b50, 0)
  central.writeUInt32LE(content, 20)
  central.writeUInt32LE(content, 24)
  central.writeUInt16LE(name.length, 28)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(central.length + name.length, 12)
  end.writeUInt32LE(start + content, 16)
  const pieces = [
    { from: 0, bytes: Buffer.concat([local, name]) },
    { from: start + content, bytes: Buffer.concat([central, name, end]) },
  ]
  const zeros = new Uint8Array(chunkBytes)
  return {
    size,
    etag: `"${size.toString(16).padStart(32, '0')}-1"`,
    *read(from, to) {
      for (let at = from; at < to; ) {
        const piece = pieces.find((one) => at >= one.from && at < one.from + one.bytes.length)
        const next = pieces.find((one) => one.from > at)?.from ?? size
        const chunk = piece
          ? piece.bytes.subarray(at - piece.from, to - piece.from)
          : zeros.subarray(0, Math.min(chunkBytes, next - at, to - at))
        yield chunk
        at += chunk.length
      }
    },
  }
}

/** A file whose bytes are there. */
export function heldFile(bytes: Uint8Array, etag: string): StoredFile {
  return {
    size: bytes.length,
    etag,
    *read(start, end) {
      yield bytes.subarray(start, end)
    },
  }
}

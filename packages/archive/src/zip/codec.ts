/** Raw deflate data with what should come out of it. */
export interface Packed {
  readonly bytes: Uint8Array
  readonly size: number
  readonly crc: number
}

/** The two costly computations of a zip, so that each platform brings its fastest. */
export interface Codec {
  /**
   * Inflates raw deflate data that should give `size` bytes; gives fewer when there are fewer.
   * Throws RangeError when more come out, any other error when the data is damaged.
   */
  inflateRaw(bytes: Uint8Array, size: number): Uint8Array
  /**
   * Inflates several at once, where that takes less than one by one. Undefined when something is wrong with any of
   * them; what comes out is still to be checked. Absent means that there is no such way.
   */
  inflateRawAll?(all: readonly Packed[]): readonly Uint8Array[] | undefined
  /** The CRC-32 of the bytes, unsigned; with `before` the CRC-32 of all bytes so far. */
  crc32(bytes: Uint8Array, before?: number): number
}

/** The codec that runs everywhere; its library is loaded on first use. */
export async function portableCodec(): Promise<Codec> {
  const { inflateSync } = await import('fflate')
  return {
    inflateRaw(bytes, size) {
      // One byte more than expected tells "too many" without room for a bomb.
      const inflated = inflateSync(bytes, { out: new Uint8Array(size + 1) })
      if (inflated.length > size) throw new RangeError(`More than ${size} bytes come out.`)
      return inflated
    },
    crc32,
  }
}

const tables = makeTables()

/** CRC-32 over four bytes at a time. */
export function crc32(bytes: Uint8Array, before = 0): number {
  let crc = ~before
  let at = 0
  const { t0, t1, t2, t3 } = tables
  for (const whole = bytes.length - (bytes.length % 4); at < whole; at += 4) {
    crc ^=
      (bytes[at] ?? 0) |
      ((bytes[at + 1] ?? 0) << 8) |
      ((bytes[at + 2] ?? 0) << 16) |
      ((bytes[at + 3] ?? 0) << 24)
    crc =
      (t3[crc & 255] ?? 0) ^
      (t2[(crc >>> 8) & 255] ?? 0) ^
      (t1[(crc >>> 16) & 255] ?? 0) ^
      (t0[crc >>> 24] ?? 0)
  }
  for (; at < bytes.length; at += 1) {
    crc = (crc >>> 8) ^ (t0[(crc ^ (bytes[at] ?? 0)) & 255] ?? 0)
  }
  return ~crc >>> 0
}

function makeTables(): Readonly<Record<'t0' | 't1' | 't2' | 't3', Int32Array>> {
  const t0 = new Int32Array(256)
  for (let value = 0; value < 256; value += 1) {
    let crc = value
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
    t0[value] = crc
  }
  const next = (table: Int32Array): Int32Array =>
    table.map((crc) => (crc >>> 8) ^ (t0[crc & 255] ?? 0))
  const t1 = next(t0)
  const t2 = next(t1)
  return { t0, t1, t2, t3: next(t2) }
}

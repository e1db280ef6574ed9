/** What MessagePack can say and DocBin uses. Keys of maps may be bytes, as in spaCy's span groups. */
export type Packable =
  | null
  | boolean
  | string
  /** An integer from 0 below 2^32. */
  | number
  | { readonly float: number }
  | Uint8Array
  | readonly Packable[]
  | ReadonlyMap<Packable, Packable>

const encoder = new TextEncoder()

/** Encodes a value as MessagePack. */
export function packed(value: Packable): Uint8Array {
  const pieces: Uint8Array[] = []
  pack(value, pieces)
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

/** The bytes that go before the given number of bytes, items or pairs. */
export function packedHeader(type: 'bytes' | 'list' | 'map', count: number): Uint8Array {
  switch (type) {
    case 'bytes':
      return count < 0x100 ? Uint8Array.of(0xc4, count) : header(0xc5, 0xc6, count)
    case 'list':
      return count < 16 ? Uint8Array.of(0x90 | count) : header(0xdc, 0xdd, count)
    case 'map':
      return count < 16 ? Uint8Array.of(0x80 | count) : header(0xde, 0xdf, count)
    default:
      return type satisfies never
  }
}

function pack(value: Packable, pieces: Uint8Array[]): void {
  if (value === null) pieces.push(Uint8Array.of(0xc0))
  else if (typeof value === 'boolean') pieces.push(Uint8Array.of(value ? 0xc3 : 0xc2))
  else if (typeof value === 'number') pieces.push(integer(value))
  else if (typeof value === 'string') {
    const bytes = encoder.encode(value)
    pieces.push(textHeader(bytes.length), bytes)
  } else if (value instanceof Uint8Array) {
    pieces.push(packedHeader('bytes', value.length), value)
  } else if (value instanceof Map) {
    pieces.push(packedHeader('map', value.size))
    for (const [key, one] of value) {
      pack(key, pieces)
      pack(one, pieces)
    }
  } else if (isList(value)) {
    pieces.push(packedHeader('list', value.length))
    for (const one of value) pack(one, pieces)
  } else if ('float' in value) pieces.push(float(value.float))
}

function isList(value: object): value is readonly Packable[] {
  return Array.isArray(value)
}

function textHeader(count: number): Uint8Array {
  if (count < 32) return Uint8Array.of(0xa0 | count)
  return count < 0x100 ? Uint8Array.of(0xd9, count) : header(0xda, 0xdb, count)
}

function integer(value: number): Uint8Array {
  if (value < 0x80) return Uint8Array.of(value)
  return value < 0x100 ? Uint8Array.of(0xcc, value) : header(0xcd, 0xce, value)
}

function float(value: number): Uint8Array {
  const bytes = new Uint8Array(9)
  bytes[0] = 0xcb
  new DataView(bytes.buffer).setFloat64(1, value)
  return bytes
}

/** A mark and a number of 16 or 32 bits. */
function header(short: number, long: number, count: number): Uint8Array {
  const bytes = new Uint8Array(count < 0x10000 ? 3 : 5)
  const view = new DataView(bytes.buffer)
  if (count < 0x10000) {
    bytes[0] = short
    view.setUint16(1, count)
  } else {
    bytes[0] = long
    view.setUint32(1, count)
  }
  return bytes
}

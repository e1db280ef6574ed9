const options = { fatal: true, ignoreBOM: true } as const

/** A decoder that throws at bytes that are not UTF-8 and keeps a byte order mark. */
export function strictDecoder(): TextDecoder {
  return new TextDecoder('utf-8', options)
}

/** The offset of the first byte that makes decoding fail; of a character cut at the end, its start. */
export function firstBadByte(bytes: Uint8Array): number {
  let good = 0
  let bad = bytes.length + 1
  while (bad - good > 1) {
    const middle = (good + bad) >>> 1
    if (decodes(bytes.subarray(0, middle))) good = middle
    else bad = middle
  }
  return good < bytes.length ? good : bytes.length - unfinished(bytes).length
}

/** The bytes at the end that begin a character and do not end it. */
export function unfinished(bytes: Uint8Array): Uint8Array {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) break
    if (byte < 0xc0) continue
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
    return bytes.subarray(length > back ? bytes.length - back : bytes.length)
  }
  return bytes.subarray(bytes.length)
}

function decodes(bytes: Uint8Array): boolean {
  try {
    strictDecoder().decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}

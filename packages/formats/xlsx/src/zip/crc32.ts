const tables = makeTables()

/** The CRC-32 of bytes that follow on those `before` was made of; 0 to begin with. */
export function crc32(bytes: Uint8Array, before = 0): number {
  const [t0, t1, t2, t3] = tables
  let crc = ~before
  let at = 0
  // Four bytes a step: four table look-ups replace four rounds that wait for each other.
  for (const end = bytes.length - 3; at < end; at += 4) {
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

function makeTables(): readonly [Int32Array, Int32Array, Int32Array, Int32Array] {
  const made = [0, 1, 2, 3].map(() => new Int32Array(256))
  const [first = new Int32Array(256)] = made
  for (let byte = 0; byte < 256; byte += 1) {
    let crc = byte
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
    first[byte] = crc
  }
  for (const [step, table] of made.entries()) {
    const before = made[step - 1]
    if (before === undefined) continue
    for (let byte = 0; byte < 256; byte += 1) {
      const crc = before[byte] ?? 0
      table[byte] = (crc >>> 8) ^ (first[crc & 255] ?? 0)
    }
  }
  const [t0 = first, t1 = first, t2 = first, t3 = first] = made
  return [t0, t1, t2, t3]
}

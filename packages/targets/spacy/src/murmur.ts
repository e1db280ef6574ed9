const multiplier = 0xc6a4a7935bd1e995n
const shift = 47n

/** MurmurHash64A, the hash behind spaCy's string ids, as an unsigned number of 64 bits. */
export function murmurHash64(bytes: Uint8Array, seed: bigint): bigint {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const tail = bytes.length - (bytes.length % 8)
  let hash = seed ^ wrap(BigInt(bytes.length) * multiplier)
  for (let at = 0; at < tail; at += 8) {
    let block = wrap(view.getBigUint64(at, true) * multiplier)
    block ^= block >> shift
    hash = wrap((hash ^ wrap(block * multiplier)) * multiplier)
  }
  if (tail < bytes.length) {
    let rest = 0n
    for (let at = bytes.length - 1; at >= tail; at -= 1)
      rest = (rest << 8n) | BigInt(bytes[at] ?? 0)
    hash = wrap((hash ^ rest) * multiplier)
  }
  hash ^= hash >> shift
  hash = wrap(hash * multiplier)
  return hash ^ (hash >> shift)
}

function wrap(value: bigint): bigint {
  return BigInt.asUintN(64, value)
}

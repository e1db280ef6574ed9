/** SHA-256 over bytes that come piece by piece. */
export interface Sha256 {
  update(bytes: Uint8Array): Sha256
  /** The 32 bytes of the hash. Nothing can be added afterwards. */
  digest(): Uint8Array
}

/** Opens a hash. The platform's own is asynchronous and wants all bytes at once. */
export function openSha256(): Sha256 {
  const state = initialState.slice()
  const block = new Uint8Array(64)
  const words = new Uint32Array(64)
  let filled = 0
  let length = 0
  const hash: Sha256 = {
    update(bytes) {
      length += bytes.length
      for (let at = 0; at < bytes.length; ) {
        const taken = Math.min(64 - filled, bytes.length - at)
        block.set(bytes.subarray(at, at + taken), filled)
        filled += taken
        at += taken
        if (filled === 64) {
          compress(state, block, words)
          filled = 0
        }
      }
      return hash
    },
    digest() {
      const bits = length * 8
      const padding = new Uint8Array(filled < 56 ? 64 - filled : 128 - filled)
      padding[0] = 0x80
      const view = new DataView(padding.buffer)
      view.setUint32(padding.length - 8, Math.floor(bits / 2 ** 32))
      view.setUint32(padding.length - 4, bits >>> 0)
      hash.update(padding)
      const bytes = new Uint8Array(32)
      const out = new DataView(bytes.buffer)
      for (const [index, word] of state.entries()) out.setUint32(4 * index, word)
      return bytes
    },
  }
  return hash
}

/** SHA-256 of a text, as 64 hexadecimal digits. */
export function sha256Of(text: string): string {
  return hexOf(openSha256().update(encoder.encode(text)).digest())
}

/** HMAC-SHA-256 of a text under a key, as 64 hexadecimal digits. */
export function hmacSha256(key: string, text: string): string {
  const given = encoder.encode(key)
  const short = given.length > 64 ? openSha256().update(given).digest() : given
  const pad = (value: number): Uint8Array =>
    Uint8Array.from({ length: 64 }, (_, index) => (short[index] ?? 0) ^ value)
  const inner = openSha256().update(pad(0x36)).update(encoder.encode(text)).digest()
  return hexOf(openSha256().update(pad(0x5c)).update(inner).digest())
}

/** Bytes as hexadecimal digits. */
export function hexOf(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0')
  return text
}

const encoder = new TextEncoder()

const initialState = Uint32Array.from(primes(8), (prime) => fraction(Math.sqrt(prime)))
const roundConstants = Uint32Array.from(primes(64), (prime) => fraction(Math.cbrt(prime)))

/** The first `count` primes: the constants of the hash are made of their roots. */
function primes(count: number): readonly number[] {
  const found: number[] = []
  for (let candidate = 2; found.length < count; candidate += 1) {
    if (found.every((prime) => candidate % prime !== 0)) found.push(candidate)
  }
  return found
}

/** The first 32 bits behind the point. */
function fraction(value: number): number {
  return Math.floor((value - Math.floor(value)) * 2 ** 32)
}

function compress(state: Uint32Array, block: Uint8Array, words: Uint32Array): void {
  for (let at = 0; at < 16; at += 1) {
    const byte = 4 * at
    words[at] =
      ((block[byte] ?? 0) << 24) |
      ((block[byte + 1] ?? 0) << 16) |
      ((block[byte + 2] ?? 0) << 8) |
      (block[byte + 3] ?? 0)
  }
  for (let at = 16; at < 64; at += 1) {
    const early = words[at - 15] ?? 0
    const late = words[at - 2] ?? 0
    const one = turn(early, 7) ^ turn(early, 18) ^ (early >>> 3)
    const other = turn(late, 17) ^ turn(late, 19) ^ (late >>> 10)
    words[at] = (words[at - 16] ?? 0) + one + (words[at - 7] ?? 0) + other
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state
  for (let at = 0; at < 64; at += 1) {
    const rotated = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)
    const chosen = (e & f) ^ (~e & g)
    const one = (h + rotated + chosen + (roundConstants[at] ?? 0) + (words[at] ?? 0)) | 0
    const other = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + one) | 0
    d = c
    c = b
    b = a
    a = (one + other) | 0
  }
  const next = [a, b, c, d, e, f, g, h]
  for (let at = 0; at < 8; at += 1) state[at] = (state[at] ?? 0) + (next[at] ?? 0)
}

function turn(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by))
}

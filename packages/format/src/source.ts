/** A named run of bytes: a browser file, a zip entry, a disk file or a string in a test. */
export interface Source {
  /** Forward slashes, relative to the root of the export. */
  readonly path: string
  /** In bytes. Absent when unknown. */
  readonly size?: number
  /** Of all bytes. Absent when it is not known without reading them. */
  readonly crc32?: number
  /** Starts again from the first byte on every call. */
  open(): ReadableStream<Uint8Array>
  /** The bytes from an offset on, where that is cheaper than skipping those before it. */
  openAt?(offset: number): ReadableStream<Uint8Array>
  /** All bytes at once, where that is cheaper than a stream. */
  bytes?(): Uint8Array | Promise<Uint8Array>
  /** The text of the source, where it need not be decoded; undefined where it does. A byte order mark stays. */
  text?(): string | undefined
}

/** The beginning of a source, decoded. A character cut at the end is left out. */
export interface Head {
  readonly path: string
  readonly text: string
  /** Whether `text` is the whole source. */
  readonly complete: boolean
}

/** A file of known size that can be read anywhere: a disk file, a browser `Blob`, bytes in memory. */
export interface RandomAccess {
  readonly size: number
  /** Exactly `length` bytes from `offset`. */
  read(offset: number, length: number): Uint8Array | Promise<Uint8Array>
  /** Fills `bytes` from `offset`, for who reads again and again into the same. Absent means that only `read` can. */
  readInto?(bytes: Uint8Array, offset: number): void
}

/** The bytes of a source, piece by piece. Stops when the signal is aborted or the loop is left. */
export async function* chunksOf(source: Source, signal?: AbortSignal): AsyncGenerator<Uint8Array> {
  signal?.throwIfAborted()
  const reader = source.open().getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      signal?.throwIfAborted()
      if (done) return
      yield value
    }
  } finally {
    await reader.cancel()
  }
}

/** All bytes of a source. */
export async function bytesOf(source: Source, signal?: AbortSignal): Promise<Uint8Array> {
  signal?.throwIfAborted()
  if (source.bytes !== undefined) return source.bytes()
  const chunks: Uint8Array[] = []
  for await (const chunk of chunksOf(source, signal)) chunks.push(chunk)
  return concat(chunks)
}

/** Up to `limit` bytes from the beginning of a source. */
async function firstBytes(
  source: Source,
  limit: number,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  const whole = source.size !== undefined && source.size <= limit
  if (whole) return bytesOf(source, signal)
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of chunksOf(source, signal)) {
    chunks.push(chunk)
    length += chunk.length
    if (length > limit) break
  }
  return concat(chunks)
}

/** The beginning of a source for sniffing. Bytes that are not UTF-8 become U+FFFD. */
export async function headOf(source: Source, signal?: AbortSignal, limit = 16_384): Promise<Head> {
  return headOfBytes(source.path, await firstBytes(source, limit, signal), limit)
}

/** Shared, for making one costs more than decoding a small file. */
const lenient = new TextDecoder()

/** Like `headOf`, for bytes that were read already. */
export function headOfBytes(path: string, bytes: Uint8Array, limit = 16_384): Head {
  const complete = bytes.length <= limit
  const text = lenient.decode(bytes.subarray(0, limit), { stream: !complete })
  // Forgets the character that was cut, so that the next source starts afresh.
  if (!complete) lenient.decode()
  return { path, text, complete }
}

/** All chunks in one; a single chunk is not copied. */
export function concat(chunks: readonly Uint8Array[]): Uint8Array {
  const [only] = chunks
  if (chunks.length === 1 && only !== undefined) return only
  const bytes = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0))
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}

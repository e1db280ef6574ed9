import { chunksOf, type Source } from '../source.ts'

/** After so many bytes other things get a turn, above all whoever wants to cancel: a disk makes nobody wait. */
const bytesPerTurn = 2 ** 24

/** A stretch of a file's bytes that moves forward. */
export interface ByteWindow {
  /** Holds the stretch from `start` to `end`; is replaced when the stretch grows. */
  readonly bytes: Uint8Array
  readonly start: number
  readonly end: number
  /** Where `start` lies in the file. */
  readonly offset: number
  /** Lets go of the bytes before `to`. */
  release(to: number): void
  /** Adds bytes, at least as many as are held; false when the file has no more. */
  more(): Promise<boolean>
  close(): Promise<void>
}

/** Opens a window at an offset of a source, from where it is opened or skipped to. */
export function openWindow(source: Source, signal?: AbortSignal, from = 0): ByteWindow {
  const skipped = source.openAt === undefined ? from : 0
  const chunks = chunksOf(
    skipped === from ? source : { ...source, open: () => source.openAt?.(from) ?? source.open() },
    signal,
  )
  return new Window(chunks, from, skipped)
}

/** A class, for its fields are read for every element of a list. */
class Window implements ByteWindow {
  bytes: Uint8Array = new Uint8Array(0)
  start = 0
  end = 0
  offset: number
  readonly #chunks: AsyncGenerator<Uint8Array>
  #toSkip: number
  #sinceTurn = 0

  constructor(chunks: AsyncGenerator<Uint8Array>, offset: number, toSkip: number) {
    this.#chunks = chunks
    this.offset = offset
    this.#toSkip = toSkip
  }

  release(to: number): void {
    this.offset += to - this.start
    this.start = to
  }

  async more(): Promise<boolean> {
    const wanted = this.end - this.start
    let added = 0
    do {
      const { done, value } = await this.#chunks.next()
      if (done === true) break
      const skipped = Math.min(this.#toSkip, value.length)
      this.#toSkip -= skipped
      added += value.length - skipped
      this.#append(value.subarray(skipped))
      this.#sinceTurn += value.length
      if (this.#sinceTurn >= bytesPerTurn) {
        await new Promise((resolve) => setTimeout(resolve, 0))
        this.#sinceTurn = 0
      }
    } while (added === 0 || added < wanted)
    return added > 0
  }

  #append(chunk: Uint8Array): void {
    const held = this.end - this.start
    const length = held + chunk.length
    if (this.end + chunk.length > this.bytes.length) {
      const room = length > this.bytes.length ? new Uint8Array(2 * length) : this.bytes
      room.set(this.bytes.subarray(this.start, this.end))
      this.bytes = room
      this.start = 0
      this.end = held
    }
    this.bytes.set(chunk, this.end)
    this.end += chunk.length
  }

  async close(): Promise<void> {
    await this.#chunks.return(undefined)
  }
}

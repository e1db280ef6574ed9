import { FormatError } from '@labelport/format'
import type { Codec } from './codec.ts'
import { damagedEntry, wrongCrc } from './damage.ts'

/** What the bytes of an entry must be. */
export interface Expectation {
  readonly path: string
  readonly size: number
  /** Absent means not known. */
  readonly crc?: number
  readonly codec: Pick<Codec, 'crc32'>
}

/** Passes bytes on and fails as soon as they are too many, and at the end when they are not the right ones. */
export function checkedStream(
  open: () => ReadableStream<Uint8Array>,
  { path, size, crc, codec }: Expectation,
): ReadableStream<Uint8Array> {
  let reader: ReadableStreamDefaultReader<Uint8Array> | undefined
  let found = 0
  let sum = 0
  const next = async (): Promise<ReadableStreamReadResult<Uint8Array>> => {
    reader ??= open().getReader()
    try {
      return await reader.read()
    } catch (cause) {
      if (FormatError.is(cause)) throw cause
      throw damagedEntry(path, 'its compressed data does not make sense', cause)
    }
  }
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await next()
        if (!done) {
          found += value.length
          sum = codec.crc32(value, sum)
          if (found <= size) return controller.enqueue(value)
          await reader?.cancel()
          throw damagedEntry(path, `it gives more than the ${size} bytes declared`)
        }
        if (found !== size) {
          throw damagedEntry(path, `it gives ${found} bytes and should give ${size}`)
        }
        if (crc !== undefined && crc !== sum) throw wrongCrc(path, crc, sum)
        controller.close()
      },
      async cancel() {
        await reader?.cancel()
      },
    },
    { highWaterMark: 0 },
  )
}

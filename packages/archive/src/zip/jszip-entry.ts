import { bytesOf } from '@labelport/format'
import { checkedStream, type Expectation } from './checked-stream.ts'
import type { ZipEntry } from './zip.ts'

/** A file in a `JSZip` object. */
export interface JsZipFile {
  readonly name: string
  readonly unsafeOriginalName?: string
  readonly dir: boolean
  readonly unixPermissions: number | string | null
  async(type: 'uint8array'): Promise<Uint8Array>
}

/** An entry whose bytes jszip inflates and we check. */
export function jsZipEntry(
  file: JsZipFile,
  expected: Expectation & { readonly compressedSize: number; readonly otherPath?: string },
): ZipEntry {
  const { path, size, compressedSize, otherPath } = expected
  const open = (): ReadableStream<Uint8Array> => checkedStream(() => streamOf(file), expected)
  const bytes = (): Promise<Uint8Array> => bytesOf({ path, open })
  if (otherPath === undefined) return { path, size, compressedSize, bytes, open }
  return { path, otherPath, size, compressedSize, bytes, open }
}

/** What jszip knows of an entry it has not inflated yet. */
export interface Compressed {
  readonly size: number
  readonly compressedSize: number
  readonly crc: number
}

/** Undefined for content that a program put into the object. Not part of jszip's declared interface. */
export function compressedOf(file: JsZipFile): Compressed | undefined {
  const data: unknown = '_data' in file ? file._data : undefined
  if (typeof data !== 'object' || data === null) return undefined
  if (!('compressedSize' in data && 'uncompressedSize' in data && 'crc32' in data)) return undefined
  const { compressedSize, uncompressedSize: size, crc32: crc } = data
  if (typeof compressedSize !== 'number' || typeof size !== 'number') return undefined
  return typeof crc === 'number' ? { size, compressedSize, crc: crc >>> 0 } : undefined
}

/** jszip's own stream; every version 3 has it, and its declarations leave it out. */
interface JsZipStream {
  on(event: 'data', listener: (chunk: Uint8Array) => void): JsZipStream
  on(event: 'end', listener: () => void): JsZipStream
  on(event: 'error', listener: (error: unknown) => void): JsZipStream
  resume(): void
  pause(): void
}

function hasStream(
  file: JsZipFile,
): file is JsZipFile & { internalStream(type: 'uint8array'): JsZipStream } {
  return 'internalStream' in file && typeof file.internalStream === 'function'
}

function streamOf(file: JsZipFile): ReadableStream<Uint8Array> {
  if (!hasStream(file)) {
    return new ReadableStream({
      async pull(controller) {
        controller.enqueue(await file.async('uint8array'))
        controller.close()
      },
    })
  }
  const stream = file.internalStream('uint8array')
  let left = false
  return new ReadableStream({
    start(controller) {
      stream
        .on('data', (chunk) => {
          if (left) return
          controller.enqueue(chunk)
          if ((controller.desiredSize ?? 0) <= 0) stream.pause()
        })
        .on('end', () => left || controller.close())
        .on('error', (error) => left || controller.error(error))
    },
    pull: () => stream.resume(),
    cancel() {
      left = true
      stream.pause()
    },
  })
}

import { bytesOf, type FormatError, memorySource, type RandomAccess } from '@labelport/format'
import { checkedStream } from './checked-stream.ts'
import { type Codec, crc32 } from './codec.ts'
import { type Directory, readDirectory } from './directory.ts'
import { keepListings } from './keep-listings.ts'
import { limitsWith } from './limits.ts'
import { decodeName, nameProblem } from './name.ts'
import { refusalError, refused } from './refusal.ts'
import { reportLookalikes, type SoundListing, sift, sizeProblem } from './sift.ts'
import type { Zip, ZipEntry, ZipOptions } from './zip.ts'

/** A `JSZip` object, as far as it is used here. */
export interface JsZipArchive {
  readonly files: Readonly<Record<string, JsZipFile>>
}

/** A file in a `JSZip` object. */
export interface JsZipFile {
  readonly name: string
  readonly unsafeOriginalName?: string
  readonly dir: boolean
  readonly unixPermissions: number | string | null
  async(type: 'uint8array'): Promise<Uint8Array>
}

/**
 * Opens an archive in memory by jszip, from its bytes or from a `JSZip` object that is loaded already. The
 * checks and the entries are those of `openZip`; an object no longer knows entries that jszip dropped.
 */
export async function openJsZip(zip: JsZipArchive | Uint8Array, options: ZipOptions): Promise<Zip> {
  if (zip instanceof Uint8Array) return openBytes(zip, options)
  return openLoaded(zip, options)
}

async function openBytes(bytes: Uint8Array, { name, report, ...rest }: ZipOptions): Promise<Zip> {
  const limits = limitsWith(rest.limits)
  const directory = await readDirectory(inMemory(bytes), name, limits)
  const directoryOffset = directory.place.offset
  const sound = sift(directory.listings, { name, directoryOffset, limits, report })
  const { files } = await loadByJsZip(bytes, directory, sound, name)
  const codec = rest.codec ?? { crc32 }
  return {
    entries: sound.map((listing) => {
      const { name: names, size, compressedSize, crc } = listing
      const { path, otherPath } = names
      const file = Object.hasOwn(files, path) ? files[path] : undefined
      if (file === undefined) throw disagreement(name, path)
      const entry = entryOf(file, { path, size, compressedSize, crc, codec })
      return otherPath === undefined ? entry : { ...entry, otherPath }
    }),
  }
}

/** jszip refuses a whole archive for one entry it cannot read, so it is shown only those we accept. */
async function loadByJsZip(
  bytes: Uint8Array,
  directory: Directory,
  sound: readonly SoundListing[],
  name: string,
): Promise<JsZipArchive> {
  const { default: JSZip } = await import('jszip')
  const all = sound.length === directory.listings.length
  try {
    return await JSZip.loadAsync(all ? bytes : keepListings(bytes, directory, sound), {
      decodeFileName: (raw) =>
        decodeName(raw instanceof Uint8Array ? raw : encode(raw), false).path,
    })
  } catch (cause) {
    const message = 'jszip cannot read the archive, though its directory is sound.'
    throw refusalError(name, { code: 'archive/damaged-directory', message }, cause)
  }
}

function encode(raw: readonly string[]): Uint8Array {
  return Uint8Array.from(raw, (character) => character.charCodeAt(0))
}

function disagreement(name: string, path: string): FormatError {
  const message = `jszip does not find the entry ${JSON.stringify(path)} of the directory.`
  return refusalError(name, { code: 'archive/damaged-directory', message })
}

/** What jszip keeps of an entry it has not inflated yet; not part of its declared interface. */
interface Compressed {
  readonly compressedSize: number
  readonly uncompressedSize: number
  readonly crc32: number
}

async function openLoaded(
  { files }: JsZipArchive,
  { name, report, ...rest }: ZipOptions,
): Promise<Zip> {
  const limits = limitsWith(rest.limits)
  const codec = rest.codec ?? { crc32 }
  const entries: ZipEntry[] = []
  let total = 0
  for (const file of Object.values(files)) {
    if (file.dir) continue
    const path = file.unsafeOriginalName ?? file.name
    const data = compressedOf(file)
    const size = data?.uncompressedSize ?? 0
    const problem =
      nameProblem({ path, sound: true }) ??
      (isLink(file) ? link : undefined) ??
      (data && sizeProblem({ size, compressedSize: data.compressedSize, method: 8 }, limits))
    if (problem !== undefined) {
      report(refused(path, problem))
      continue
    }
    const entry =
      data === undefined
        ? await entryInMemory(file)
        : entryOf(file, { path, size, compressedSize: data.compressedSize, crc: data.crc32, codec })
    entries.push(entry)
    total += entry.size
  }
  if (entries.length > limits.entries || total > limits.totalBytes) {
    const message = `The archive has ${entries.length} entries of ${total} bytes; at most ${limits.entries} and ${limits.totalBytes} are allowed.`
    throw refusalError(name, { code: 'archive/too-large', message })
  }
  reportLookalikes(entries, report)
  return { entries }
}

const link = {
  code: 'archive/link',
  message: 'The entry is a symbolic link; only files are read.',
} as const

function isLink({ unixPermissions }: JsZipFile): boolean {
  return typeof unixPermissions === 'number' && (unixPermissions & 0xf000) === 0xa000
}

function compressedOf(file: JsZipFile): Compressed | undefined {
  const data: unknown = '_data' in file ? file._data : undefined
  if (typeof data !== 'object' || data === null) return undefined
  if (!('compressedSize' in data && 'uncompressedSize' in data && 'crc32' in data)) return undefined
  const { compressedSize, uncompressedSize, crc32: crc } = data
  if (typeof compressedSize !== 'number' || typeof uncompressedSize !== 'number') return undefined
  return typeof crc === 'number'
    ? { compressedSize, uncompressedSize, crc32: crc >>> 0 }
    : undefined
}

/** Content that was put into the object by a program: its size is known once it is there. */
async function entryInMemory(file: JsZipFile): Promise<ZipEntry> {
  const bytes = await file.async('uint8array')
  const { path, open } = memorySource(file.name, bytes)
  return { path, open, size: bytes.length, compressedSize: bytes.length, bytes: () => bytes }
}

function entryOf(
  file: JsZipFile,
  known: {
    readonly path: string
    readonly size: number
    readonly compressedSize: number
    readonly crc: number
    readonly codec: Pick<Codec, 'crc32'>
  },
): ZipEntry {
  const { path, size, compressedSize } = known
  const open = (): ReadableStream<Uint8Array> => checkedStream(() => streamOf(file), known)
  return { path, size, compressedSize, open, bytes: () => bytesOf({ path, open }) }
}

/** jszip's own stream; it has it in every version 3, and its declarations leave it out. */
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
      async start(controller) {
        controller.enqueue(await file.async('uint8array'))
        controller.close()
      },
    })
  }
  const stream = file.internalStream('uint8array')
  return new ReadableStream({
    start(controller) {
      stream
        .on('data', (chunk) => {
          controller.enqueue(chunk)
          if ((controller.desiredSize ?? 0) <= 0) stream.pause()
        })
        .on('end', () => controller.close())
        .on('error', (error) => controller.error(error))
    },
    pull: () => stream.resume(),
    cancel: () => stream.pause(),
  })
}

function inMemory(bytes: Uint8Array): RandomAccess {
  return { size: bytes.length, read: (offset, length) => bytes.subarray(offset, offset + length) }
}

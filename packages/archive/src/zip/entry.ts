import type { RandomAccess } from '@labelport/format'
import type { Codec } from './codec.ts'
import { damagedEntry, wrongCrc } from './damage.ts'
import { entryStream } from './entry-stream.ts'
import type { InflateAhead, Unpacking } from './inflate-ahead.ts'
import { dataPlace } from './local-header.ts'
import type { EntryName } from './name.ts'
import { type Listing, listingAt, nameAt } from './records.ts'
import type { ZipEntry } from './zip.ts'

/** What all entries of an archive share. */
export interface OpenArchive extends Unpacking {
  readonly file: RandomAccess
  /** Absent where entries are inflated one by one. */
  readonly ahead?: InflateAhead
}

/** Entries up to this size are inflated at once, larger ones piece by piece. In bytes. */
const streamAbove = 2 ** 20
/** Room for what the local header holds beyond the directory; more costs a second read. */
const headerSlack = 256

/** The entry at a place in the directory, from 0. */
export function entryAt(archive: OpenArchive, index: number): ZipEntry {
  return new Entry(archive, index)
}

/** A class because of a million there are as many: what nobody asks for is not decoded. */
class Entry implements ZipEntry {
  readonly #archive: OpenArchive
  readonly #index: number
  #name: EntryName | undefined
  #listing: Listing | undefined

  constructor(archive: OpenArchive, index: number) {
    this.#archive = archive
    this.#index = index
  }

  get path(): string {
    return this.#named().path
  }

  get otherPath(): string | undefined {
    return this.#named().otherPath
  }

  get size(): number {
    return this.#listed().size
  }

  get compressedSize(): number {
    return this.#listed().compressedSize
  }

  get crc32(): number {
    return this.#listed().crc
  }

  bytes(): Uint8Array | Promise<Uint8Array> {
    return readEntry(this.#sound(), this.#archive)
  }

  open(): ReadableStream<Uint8Array> {
    return streamEntry(this.#sound(), this.#archive)
  }

  #named(): EntryName {
    this.#name ??= nameAt(this.#archive.records, this.#start)
    return this.#name
  }

  #listed(): Listing {
    this.#listing ??= listingAt(this.#archive.records, this.#start)
    return this.#listing
  }

  get #start(): number {
    return this.#archive.starts[this.#index] ?? 0
  }

  #sound(): SoundEntry {
    const index = this.#index
    const end = this.#archive.ends[index] ?? 0
    return { index, path: this.path, end, listing: this.#listed() }
  }
}

/** What it takes to read an entry. */
interface SoundEntry {
  readonly index: number
  readonly path: string
  readonly listing: Listing
  /** Where the next entry or the directory begins. */
  readonly end: number
}

function readEntry(sound: SoundEntry, archive: OpenArchive): Uint8Array | Promise<Uint8Array> {
  const ready = archive.ahead?.(sound.index)
  if (ready !== undefined) return ready
  const { offset, nameLength, compressedSize } = sound.listing
  const likely = 30 + nameLength + compressedSize + headerSlack
  const range = archive.read(offset, Math.min(likely, sound.end - offset))
  return range instanceof Promise
    ? range.then((bytes) => unpackRange(bytes, sound, archive))
    : unpackRange(range, sound, archive)
}

function streamEntry(sound: SoundEntry, archive: OpenArchive): ReadableStream<Uint8Array> {
  const { file, codec } = archive
  const { listing, path } = sound
  if (listing.size > streamAbove) {
    const locate = async () => dataStart(await file.read(listing.offset, 30), sound)
    return entryStream({ file, codec, path, listing, locate })
  }
  return new ReadableStream({
    async pull(controller) {
      const bytes = await readEntry(sound, archive)
      if (bytes.length > 0) controller.enqueue(bytes)
      controller.close()
    },
  })
}

function unpackRange(
  range: Uint8Array,
  sound: SoundEntry,
  archive: OpenArchive,
): Uint8Array | Promise<Uint8Array> {
  const { offset, compressedSize } = sound.listing
  const start = dataStart(range, sound) - offset
  if (start + compressedSize <= range.length) {
    return unpack(range.subarray(start, start + compressedSize), sound, archive.codec)
  }
  const data = archive.file.read(offset + start, compressedSize)
  return data instanceof Promise
    ? data.then((bytes) => unpack(bytes, sound, archive.codec))
    : unpack(data, sound, archive.codec)
}

/** Where the data begins in the file. */
function dataStart(header: Uint8Array, { path, listing, end }: SoundEntry): number {
  const place = dataPlace(header, listing, end)
  if (typeof place === 'string') throw damagedEntry(path, place)
  return place
}

function unpack(data: Uint8Array, { path, listing }: SoundEntry, codec: Codec): Uint8Array {
  const { method, size, crc } = listing
  // Copied when stored: what was read ahead is shared.
  const bytes = method === 0 ? new Uint8Array(data) : inflate(data, path, size, codec)
  if (bytes.length !== size) {
    throw damagedEntry(path, `it gives ${bytes.length} bytes and should give ${size}`)
  }
  const found = codec.crc32(bytes)
  if (found !== crc) throw wrongCrc(path, crc, found)
  return bytes
}

function inflate(data: Uint8Array, path: string, size: number, codec: Codec): Uint8Array {
  try {
    return codec.inflateRaw(data, size)
  } catch (cause) {
    const what =
      cause instanceof RangeError
        ? `it gives more than the ${size} bytes declared`
        : 'its compressed data does not make sense'
    throw damagedEntry(path, what, cause)
  }
}

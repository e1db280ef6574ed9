import type { RandomAccess } from '@labelport/format'
import type { Codec } from './codec.ts'
import { damagedEntry, wrongCrc } from './damage.ts'
import { viewOf } from './end.ts'
import { entryStream } from './entry-stream.ts'
import type { ReadRange } from './read-ahead.ts'
import type { SoundListing } from './sift.ts'
import type { ZipEntry } from './zip.ts'

/** What all entries of an archive share. */
export interface OpenArchive {
  readonly file: RandomAccess
  readonly read: ReadRange
  readonly codec: Codec
}

/** Entries up to this size are inflated at once, larger ones piece by piece. In bytes. */
const streamAbove = 2 ** 20
/** Room for what the local header holds beyond the directory; more costs a second read. */
const headerSlack = 256

/** An entry as a source. */
export function entryOf(listing: SoundListing, archive: OpenArchive): ZipEntry {
  return new Entry(listing, archive)
}

/** A class, because its tens of thousands share their methods. */
class Entry implements ZipEntry {
  readonly path: string
  readonly size: number
  readonly compressedSize: number
  declare readonly otherPath?: string
  readonly #listing: SoundListing
  readonly #archive: OpenArchive

  constructor(listing: SoundListing, archive: OpenArchive) {
    this.path = listing.name.path
    this.size = listing.size
    this.compressedSize = listing.compressedSize
    if (listing.name.otherPath !== undefined) this.otherPath = listing.name.otherPath
    this.#listing = listing
    this.#archive = archive
  }

  bytes(): Uint8Array | Promise<Uint8Array> {
    const { offset, end, nameLength, compressedSize } = this.#listing
    const likely = 30 + nameLength + compressedSize + headerSlack
    const range = this.#archive.read(offset, Math.min(likely, end - offset))
    return range instanceof Promise
      ? range.then((bytes) => this.#unpackRange(bytes))
      : this.#unpackRange(range)
  }

  open(): ReadableStream<Uint8Array> {
    if (this.size > streamAbove) {
      const { file, codec } = this.#archive
      const locate = async () => this.#dataStart(await file.read(this.#listing.offset, 30))
      return entryStream({ file, codec, listing: this.#listing, locate })
    }
    return new ReadableStream({
      pull: async (controller) => {
        const bytes = await this.bytes()
        if (bytes.length > 0) controller.enqueue(bytes)
        controller.close()
      },
    })
  }

  #unpackRange(range: Uint8Array): Uint8Array | Promise<Uint8Array> {
    const { offset, compressedSize } = this.#listing
    const start = this.#dataStart(range) - offset
    if (start + compressedSize <= range.length) {
      return this.#unpack(range.subarray(start, start + compressedSize))
    }
    const data = this.#archive.file.read(offset + start, compressedSize)
    return data instanceof Promise ? data.then((bytes) => this.#unpack(bytes)) : this.#unpack(data)
  }

  /** Where the data begins in the file: the local header may be longer than the directory says. */
  #dataStart(header: Uint8Array): number {
    const { offset, end, compressedSize } = this.#listing
    const view = viewOf(header)
    if (header.length < 30 || view.getUint32(0, true) !== 0x04034b50) {
      throw this.#damaged(`no local header lies at byte ${offset}`)
    }
    const start = offset + 30 + view.getUint16(26, true) + view.getUint16(28, true)
    if (start + compressedSize <= end) return start
    throw this.#damaged(`its ${compressedSize} bytes run into what follows at byte ${end}`)
  }

  #unpack(data: Uint8Array): Uint8Array {
    const { method, crc } = this.#listing
    const bytes = method === 0 ? data.slice() : this.#inflate(data)
    if (bytes.length !== this.size) {
      throw this.#damaged(`it gives ${bytes.length} bytes and should give ${this.size}`)
    }
    const found = this.#archive.codec.crc32(bytes)
    if (found !== crc) throw wrongCrc(this.path, crc, found)
    return bytes
  }

  #inflate(data: Uint8Array): Uint8Array {
    try {
      return this.#archive.codec.inflateRaw(data, this.size)
    } catch (cause) {
      const what =
        cause instanceof RangeError
          ? `it gives more than the ${this.size} bytes declared`
          : 'its compressed data does not make sense'
      throw this.#damaged(what, cause)
    }
  }

  #damaged(what: string, cause?: unknown): Error {
    return damagedEntry(this.path, what, cause)
  }
}

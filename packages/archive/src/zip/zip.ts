import {
  type RandomAccess,
  type Report,
  type Sequence,
  type Source,
  sequenceOf,
} from '@labelport/format'
import { type Codec, portableCodec } from './codec.ts'
import type { Memory } from './directory.ts'
import { entryAt } from './entry.ts'
import { inflateAhead } from './inflate-ahead.ts'
import { type Limits, limitsWith } from './limits.ts'
import { openDirectory, type ZipDirectory } from './open-directory.ts'
import { readAhead } from './read-ahead.ts'
import { recordsOf } from './records.ts'

/** A file of a zip. Its bytes are checked against size and CRC-32. */
export interface ZipEntry extends Source {
  /** As the directory declares it; what comes out otherwise is an error. */
  readonly size: number
  readonly compressedSize: number
  /** The name in the other encoding (UTF-8 or CP437), where the zip does not say which is meant. */
  readonly otherPath?: string | undefined
  /** Without a promise when the archive is read without one. */
  bytes(): Uint8Array | Promise<Uint8Array>
}

/** An archive that is open. It holds no resource beyond the file it was given. */
export interface Zip {
  /** The files that are safe to read, in the order of the directory; folders are left out. */
  readonly entries: Sequence<ZipEntry>
  /** What was found out on opening. Absent where jszip holds the archive. */
  readonly directory?: ZipDirectory
}

/** How a zip is opened. */
export interface ZipOptions {
  /** What the archive is called in diagnostics. */
  readonly name: string
  readonly report: Report
  readonly limits?: Partial<Limits>
  /** Absent means one that runs everywhere. */
  readonly codec?: Codec
  /** Gives the memory the directory is kept in; one that threads can share lets them. Absent means of its own. */
  readonly memory?: Memory
  /** The directory, where another thread has read and checked it. It is read again when the file is of another size. */
  readonly directory?: ZipDirectory | undefined
  readonly signal?: AbortSignal
}

/** Memory that is not shared. */
export const ownMemory: Memory = (bytes) => new ArrayBuffer(bytes)

/**
 * Opens a zip by positioned reads. Entries that are unsafe or cannot be read are reported and left out.
 * Throws FormatError when nothing can be read.
 */
export async function openZip(file: RandomAccess, options: ZipOptions): Promise<Zip> {
  const { name, report, memory = ownMemory, signal } = options
  const limits = limitsWith(options.limits)
  const known = options.directory?.fileSize === file.size ? options.directory : undefined
  const directory = known ?? (await openDirectory(file, { name, report, limits, memory, signal }))
  const { starts, ends } = directory
  const read = readAhead(file)
  const codec = options.codec ?? (await portableCodec())
  const records = recordsOf(directory.records, directory.prefix)
  const unpacking = { read, codec, records, starts, ends }
  // Worth it only where nothing has to be waited for.
  const canAhead = codec.inflateRawAll !== undefined && file.readInto !== undefined
  const archive = { ...unpacking, file, ...(canAhead && { ahead: inflateAhead(unpacking) }) }
  return { entries: sequenceOf(starts.length, (index) => entryAt(archive, index)), directory }
}

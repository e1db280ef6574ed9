import type { RandomAccess, Report, Source } from '@labelport/format'
import { openTurns } from '../turns.ts'
import { type Codec, portableCodec } from './codec.ts'
import { readDirectory } from './directory.ts'
import { entryOf } from './entry.ts'
import { type Limits, limitsWith } from './limits.ts'
import { readAhead } from './read-ahead.ts'
import { sift } from './sift.ts'

/** A file of a zip. Its bytes are checked against size and CRC-32. */
export interface ZipEntry extends Source {
  /** As the directory declares it; what comes out otherwise is an error. */
  readonly size: number
  readonly compressedSize: number
  /** The name in the other encoding (UTF-8 or CP437), where the zip does not say which is meant. */
  readonly otherPath?: string
  /** Without a promise when the archive is read without one. */
  bytes(): Uint8Array | Promise<Uint8Array>
}

/** An archive that is open. It holds no resource beyond the file it was given. */
export interface Zip {
  /** The files that are safe to read, in the order of the directory; folders are left out. */
  readonly entries: readonly ZipEntry[]
}

/** How a zip is opened. */
export interface ZipOptions {
  /** What the archive is called in diagnostics. */
  readonly name: string
  readonly report: Report
  readonly limits?: Partial<Limits>
  /** Absent means one that runs everywhere. */
  readonly codec?: Codec
  readonly signal?: AbortSignal
}

/**
 * Opens a zip by positioned reads. Entries that are unsafe or cannot be read are reported and left out.
 * Throws FormatError when nothing can be read.
 */
export async function openZip(file: RandomAccess, options: ZipOptions): Promise<Zip> {
  const { name, report, signal } = options
  const limits = limitsWith(options.limits)
  const { place, listings } = await readDirectory(file, name, limits, signal)
  const directoryOffset = place.offset
  const sound = await sift(listings, { name, directoryOffset, limits, report, signal })
  const archive = { file, read: readAhead(file), codec: options.codec ?? (await portableCodec()) }
  const entries: ZipEntry[] = []
  const turn = openTurns(signal)
  for (const listing of sound) {
    entries.push(entryOf(listing, archive))
    const waiting = turn()
    if (waiting !== undefined) await waiting
  }
  return { entries }
}

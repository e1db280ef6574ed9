import type { RandomAccess, Report } from '@labelport/format'
import { type Memory, readDirectory } from './directory.ts'
import type { Limits } from './limits.ts'
import { sift } from './sift.ts'

/**
 * The directory of a zip after all its checks: which entries may be read, and their records as they stand in the file.
 * Plain data: in memory that threads share it is read and checked once for all of them.
 */
export interface ZipDirectory {
  /** Of the zip, in bytes. */
  readonly fileSize: number
  /** Bytes before the archive begins. */
  readonly prefix: number
  readonly records: Uint8Array
  /** Where the record of each entry begins in `records`. */
  readonly starts: Uint32Array
  /** Where the bytes of each must end, from the beginning of the file. */
  readonly ends: Float64Array
}

/** Reads and checks a directory. Reports and throws like `openZip`. */
export async function openDirectory(
  file: RandomAccess,
  options: {
    readonly name: string
    readonly report: Report
    readonly limits: Limits
    readonly memory: Memory
    readonly signal?: AbortSignal | undefined
  },
): Promise<ZipDirectory> {
  const directory = await readDirectory(file, options)
  const { records, place } = directory
  const sound = await sift(directory, options)
  return { fileSize: file.size, prefix: place.prefix, records: records.bytes, ...sound }
}

import { statSync } from 'node:fs'
import { join } from 'node:path'
import { fileSource, type WrittenFile } from '@labelport/node'
import { crc32Of } from './crc32-of.ts'

/** What a file was when it was written. */
export interface FileSum {
  /** In bytes. */
  readonly size: number
  readonly crc32: number
}

/** What became of a file since it was written, as the end of a sentence; undefined when it is the same. */
export async function changeOf(
  folder: string,
  path: string,
  noted: FileSum | undefined,
  signal: AbortSignal,
): Promise<string | undefined> {
  const file = join(folder, path)
  const found = statSync(file, { throwIfNoEntry: false })
  if (found?.isFile() !== true) return 'is gone'
  if (found.size !== noted?.size) {
    return `has ${found.size} bytes, and had ${noted?.size ?? 'none'} when it was written`
  }
  // Times are no proof: copies have new ones, and what is put back from elsewhere has old ones.
  const same = (await crc32Of(fileSource(file), signal)) === noted.crc32
  return same ? undefined : 'has other contents than were written'
}

/** Finds the sums of files that were written and not taken over. */
export function sumsByPath(files: readonly WrittenFile[]): (path: string) => FileSum {
  const sums = new Map(files.map((file) => [file.path, file]))
  return (path) => {
    const { size, crc32 } = sums.get(path) ?? {}
    if (size === undefined || crc32 === undefined) throw new RangeError(`"${path}" has no sum.`)
    return { size, crc32 }
  }
}

/** The sums of files about the whole: those that are none of a shard. */
export function sumsBeside(
  files: readonly WrittenFile[],
  ofShards: readonly string[],
): Readonly<Record<string, FileSum>> {
  const sumOf = sumsByPath(files)
  const known = new Set(ofShards)
  const beside = files.filter(({ path }) => !known.has(path))
  return Object.fromEntries(beside.map(({ path }) => [path, sumOf(path)]))
}

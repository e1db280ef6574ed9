import { type Sequence, sliceOf } from '@labelport/format'
import { hashOf } from '../split/hash.ts'

/** A file of the source as a plan sees it. */
export interface PlannedFile {
  /** Files with equal keys come into one shard. */
  readonly key: string
  /** In bytes. Absent when unknown. */
  readonly size?: number
}

/**
 * Divides files into shards of about `size` bytes and at most 65,536. A file goes by the hash of its key alone and
 * the number of shards is a power of two, so a file that is added or changed touches no other shard, until there is
 * so much more or less that the number doubles or halves. Files keep their order; a shard may be empty.
 */
export function planShards<F extends PlannedFile>(
  files: Sequence<F>,
  size: number,
): readonly (readonly F[])[]
/** For files that only stand for others, such as their numbers: `about` tells of one when it is asked for. */
export function planShards<F>(
  files: Sequence<F>,
  size: number,
  about: (file: F) => PlannedFile,
): readonly (readonly F[])[]
export function planShards(
  files: Sequence<PlannedFile>,
  size: number,
  about = (file: PlannedFile): PlannedFile => file,
): readonly (readonly PlannedFile[])[] {
  let total = 0
  for (const file of files) total += about(file).size ?? 0
  let count = 1
  while (count < total / size && count < most) count *= 2
  const shards = Array.from({ length: count }, (): PlannedFile[] => [])
  for (const file of files) shards[hashOf(about(file).key, salt) % count]?.push(file)
  return shards
}

/**
 * Divides files into runs of about `size` bytes, one after the other as they come. Files with equal keys are taken
 * together where the first of them lies.
 */
export function planRanges<F extends PlannedFile>(
  files: Sequence<F>,
  size: number,
): readonly (readonly F[])[]
/** For files that only stand for others; see `planShards`. */
export function planRanges<F>(
  files: Sequence<F>,
  size: number,
  about: (file: F) => PlannedFile,
): readonly (readonly F[])[]
export function planRanges(
  files: Sequence<PlannedFile>,
  size: number,
  about = (file: PlannedFile): PlannedFile => file,
): readonly (readonly PlannedFile[])[] {
  const ranges: PlannedFile[][] = []
  let filled = size
  for (const group of byKey(files, about).values()) {
    if (filled >= size) {
      ranges.push([])
      filled = 0
    }
    for (const file of group) {
      ranges.at(-1)?.push(file)
      filled += about(file).size ?? 0
    }
  }
  return ranges
}

/** Divides files into runs of about `size` bytes, one after the other, each file by itself. */
export function planRuns<F>(
  files: Sequence<F>,
  size: number,
  sizeOf: (file: F) => number,
): readonly Sequence<F>[] {
  const runs: Sequence<F>[] = []
  let begun = 0
  let place = 0
  let filled = 0
  for (const file of files) {
    if (filled >= size) {
      runs.push(sliceOf(files, begun, place))
      begun = place
      filled = 0
    }
    filled += sizeOf(file)
    place += 1
  }
  return place === begun ? runs : [...runs, sliceOf(files, begun, place)]
}

function byKey<F>(
  files: Sequence<F>,
  about: (file: F) => PlannedFile,
): ReadonlyMap<string, readonly F[]> {
  const groups = new Map<string, F[]>()
  for (const file of files) {
    const { key } = about(file)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [file])
    else group.push(file)
  }
  return groups
}

const most = 65_536

/** Makes the shard of a file independent of its split. */
const salt = 0x2c9f

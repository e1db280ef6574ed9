import type { Report } from '@labelport/format'
import { openTurns } from '../turns.ts'
import { crowdedNames } from './crowded-names.ts'
import type { Directory, Memory } from './directory.ts'
import type { Limits } from './limits.ts'
import { nameProblem } from './name.ts'
import { endsOf, type SoundEntries } from './overlaps.ts'
import { type Listing, listingAt, nameAt } from './records.ts'
import { type Refusal, refusalError, refused } from './refusal.ts'
import { uniqueNames } from './unique-names.ts'

const methods: Readonly<Record<number, string>> = {
  9: 'deflate64',
  12: 'bzip2',
  14: 'lzma',
  93: 'zstandard',
  95: 'xz',
  98: 'ppmd',
}

/**
 * The files of an archive that are safe to read, in the order of the directory. Everything else is
 * reported and left out. Throws FormatError when all together would be too large.
 * They are put into the memory of the directory's own starts, for that of a second list would lie about.
 */
export async function sift(
  directory: Directory,
  context: {
    readonly name: string
    readonly limits: Limits
    readonly report: Report
    readonly memory: Memory
    readonly signal?: AbortSignal | undefined
  },
): Promise<SoundEntries> {
  const { limits, report, memory, signal } = context
  const { records, starts } = directory
  const turn = openTurns(signal)
  const isCrowded = await crowdedNames(directory, turn)
  const names = uniqueNames(report)
  let total = 0
  const isSound = (start: number): boolean => {
    const name = nameAt(records, start)
    const { path } = name
    const listing = listingAt(records, start)
    const folder = path.endsWith('/')
    const problem =
      nameProblem(name) ??
      (folder ? undefined : (kindProblem(listing) ?? sizeProblem(listing, limits)))
    if (problem !== undefined) report(refused(path, problem))
    if (problem !== undefined || folder) return false
    if (isCrowded(start) && !names.take(path)) return false
    total += listing.size
    return true
  }
  let count = 0
  for (const start of starts) {
    if (isSound(start)) {
      starts[count] = start
      count += 1
    }
    const waiting = turn()
    if (waiting !== undefined) await waiting
  }
  if (total > limits.totalBytes) {
    const message = `The archive would take ${total} bytes; at most ${limits.totalBytes} are allowed.`
    throw refusalError(context.name, { code: 'archive/too-large', message })
  }
  return endsOf(directory, starts.subarray(0, count), { report, memory, turn })
}

/** Why an entry of this kind is not read. */
export function kindProblem({
  flags,
  method,
  unixMode,
}: Pick<Listing, 'flags' | 'method' | 'unixMode'>): Refusal | undefined {
  const type = unixMode & 0xf000
  if (type !== 0 && type !== 0x8000) {
    const what = type === 0xa000 ? 'a symbolic link' : 'no ordinary file'
    return { code: 'archive/link', message: `The entry is ${what}; only files are read.` }
  }
  // Bits: encrypted, strong encryption, encrypted directory. Method 99 is AES.
  if ((flags & 0x2041) !== 0 || method === 99) {
    return { code: 'archive/encrypted', message: 'The entry is encrypted; unpack it first.' }
  }
  if (method === 0 || method === 8) return undefined
  const known = methods[method] ?? 'unknown'
  const message = `The entry is compressed by method ${method} (${known}); expected 0 (stored) or 8 (deflate).`
  return { code: 'archive/unknown-method', message }
}

/** Why an entry of these sizes is not read. */
export function sizeProblem(
  { size, compressedSize, method }: Pick<Listing, 'size' | 'compressedSize' | 'method'>,
  limits: Limits,
): Refusal | undefined {
  if (size > limits.entryBytes) {
    const message = `The entry would take ${size} bytes; at most ${limits.entryBytes} are allowed.`
    return { code: 'archive/entry-too-large', message }
  }
  if (size > 2 ** 20 && size > compressedSize * limits.ratio) {
    const message = `The entry would grow from ${compressedSize} to ${size} bytes; at most ${limits.ratio} times is allowed.`
    return { code: 'archive/ratio', message }
  }
  if (method !== 0 || size === compressedSize) return undefined
  const message = `The entry is stored in ${compressedSize} bytes and should give ${size}.`
  return { code: 'archive/damaged-entry', message }
}

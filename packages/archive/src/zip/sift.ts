import type { Report } from '@labelport/format'
import { openTurns } from '../turns.ts'
import type { Listing } from './directory.ts'
import type { Limits } from './limits.ts'
import { nameProblem } from './name.ts'
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

/** A listing that may be read, and where its bytes must end. */
export interface SoundListing {
  readonly listing: Listing
  /** Where the next entry or the directory begins. */
  readonly end: number
}

/**
 * The files of an archive that are safe to read, in the order of the directory. Everything else is
 * reported and left out. Throws FormatError when all together would be too large.
 */
export async function sift(
  listings: readonly Listing[],
  context: {
    readonly name: string
    readonly directoryOffset: number
    readonly limits: Limits
    readonly report: Report
    readonly signal?: AbortSignal | undefined
  },
): Promise<readonly SoundListing[]> {
  const { limits, report } = context
  const names = uniqueNames(report)
  let total = 0
  const isSound = (listing: Listing): boolean => {
    const { path, size } = listing
    const folder = path.endsWith('/')
    const problem =
      nameProblem(listing) ??
      (folder ? undefined : (kindProblem(listing) ?? sizeProblem(listing, limits)))
    if (problem !== undefined) report(refused(path, problem))
    if (problem !== undefined || folder || !names.take(path)) return false
    total += size
    return true
  }
  const kept: Listing[] = []
  const turn = openTurns(context.signal)
  for (const listing of listings) {
    if (isSound(listing)) kept.push(listing)
    const waiting = turn()
    if (waiting !== undefined) await waiting
  }
  if (total > limits.totalBytes) {
    const message = `The archive would take ${total} bytes; at most ${limits.totalBytes} are allowed.`
    throw refusalError(context.name, { code: 'archive/too-large', message })
  }
  return withoutOverlaps(kept, context.directoryOffset, report)
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

/** Of entries that share bytes the first stays: fifty names for one body are a bomb. */
function withoutOverlaps(
  listings: readonly Listing[],
  directoryOffset: number,
  report: Report,
): readonly SoundListing[] {
  const apart: Listing[] = []
  let taken = 0
  for (const listing of byOffset(listings)) {
    const { offset, nameLength, compressedSize } = listing
    const least = offset + 30 + nameLength + compressedSize
    if (offset >= taken && least <= directoryOffset) {
      apart.push(listing)
      taken = least
    } else report(refused(listing.path, offset < taken ? overlap : outside))
  }
  const sound = apart.map((listing, index) => {
    return { listing, end: apart[index + 1]?.offset ?? directoryOffset }
  })
  // Back to the order of the directory, unless that is the order of the bytes anyway.
  const ordered = (one: SoundListing, index: number): boolean =>
    index === 0 || one.listing.recordStart > (sound[index - 1]?.listing.recordStart ?? 0)
  if (sound.every(ordered)) return sound
  return sound.sort((a, b) => a.listing.recordStart - b.listing.recordStart)
}

function byOffset(listings: readonly Listing[]): readonly Listing[] {
  const ordered = listings.every(
    ({ offset }, index) => index === 0 || offset >= (listings[index - 1]?.offset ?? 0),
  )
  return ordered ? listings : [...listings].sort((a, b) => a.offset - b.offset)
}

const overlap: Refusal = {
  code: 'archive/overlapping-entry',
  message: 'The entry shares bytes with another one; only the first is read.',
}

const outside: Refusal = {
  code: 'archive/damaged-entry',
  message: 'The entry should go on behind the beginning of the directory.',
}

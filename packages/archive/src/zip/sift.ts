import type { Report } from '@labelport/format'
import type { Listing } from './directory.ts'
import type { Limits } from './limits.ts'
import { nameProblem } from './name.ts'
import { type Refusal, refusalError, refused } from './refusal.ts'

/** A listing that may be read, and where its bytes must end. */
export interface SoundListing extends Listing {
  /** Where the next entry or the directory begins. */
  readonly end: number
}

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
 */
export function sift(
  listings: readonly Listing[],
  context: {
    readonly name: string
    readonly directoryOffset: number
    readonly limits: Limits
    readonly report: Report
  },
): readonly SoundListing[] {
  const { limits, report } = context
  const seen = new Set<string>()
  const kept: Listing[] = []
  for (const listing of listings) {
    const { path } = listing.name
    const problem =
      nameProblem(listing.name) ??
      (path.endsWith('/') ? undefined : (kindProblem(listing) ?? sizeProblem(listing, limits)))
    if (problem !== undefined) report(refused(path, problem))
    else if (path.endsWith('/')) continue
    else if (seen.has(path)) report(refused(path, duplicate))
    else {
      seen.add(path)
      kept.push(listing)
    }
  }
  const sound = withoutOverlaps(kept, context.directoryOffset, report)
  reportLookalikes(
    sound.map(({ name }) => name),
    report,
  )
  const total = sound.reduce((sum, { size }) => sum + size, 0)
  if (total <= limits.totalBytes) return sound
  const message = `The archive would take ${total} bytes; at most ${limits.totalBytes} are allowed.`
  throw refusalError(context.name, { code: 'archive/too-large', message })
}

const duplicate: Refusal = {
  code: 'archive/duplicate-name',
  message: 'Another entry of the archive has the same name; only the first is read.',
}

/** Why an entry of this kind is not read. */
export function kindProblem({ flags, method, unixMode }: Listing): Refusal | undefined {
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
  const byOffset = listings.map((_, index) => index)
  const at = (index: number): number => listings[index]?.offset ?? 0
  byOffset.sort((a, b) => at(a) - at(b) || a - b)
  const ends = new Map<number, number>()
  let last = -1
  let taken = 0
  for (const index of byOffset) {
    const listing = listings[index]
    if (listing === undefined) continue
    const { offset, nameLength, compressedSize } = listing
    const least = offset + 30 + nameLength + compressedSize
    if (offset < taken || least > directoryOffset) {
      report(refused(listing.name.path, offset < taken ? overlap : outside))
      continue
    }
    if (last !== -1) ends.set(last, offset)
    last = index
    taken = least
  }
  if (last !== -1) ends.set(last, directoryOffset)
  return listings.flatMap((listing, index) => {
    const end = ends.get(index)
    return end === undefined ? [] : [{ ...listing, end }]
  })
}

const overlap: Refusal = {
  code: 'archive/overlapping-entry',
  message: 'The entry shares bytes with another one; only the first is read.',
}

const outside: Refusal = {
  code: 'archive/damaged-entry',
  message: 'The entry should go on behind the beginning of the directory.',
}

/** Names that are one name on some systems; both are read. */
export function reportLookalikes(
  entries: readonly { readonly path: string }[],
  report: Report,
): void {
  const folded = new Map<string, string>()
  for (const { path } of entries) {
    const key = path.normalize('NFC').toLowerCase()
    const other = folded.get(key)
    if (other === undefined) {
      folded.set(key, path)
      continue
    }
    const message = `The name differs from ${JSON.stringify(other)} only by case or by how accents are encoded; both are read.`
    const place = { path }
    report({ severity: 'warning', code: 'archive/similar-name', message, place })
  }
}

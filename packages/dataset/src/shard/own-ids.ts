import type { Report } from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import { fingerprint } from '../split/hash.ts'

/** Collects the ids that files gave their documents themselves. */
export interface OwnIdCollector {
  /** `file` is the number of the document's file in its shard. */
  add(document: LabeledDocument, file: number): void
  /** Absent when there is none. */
  ids(): string | undefined
}

/** The ids of one shard. */
export interface OwnIds {
  /**
   * Fingerprints, each with the number of its file behind a colon, separated by blanks. One text takes a tenth of the
   * memory that as many objects take.
   */
  readonly ids: string
  /** The paths of the shard's files, by their numbers. */
  readonly paths: { at(file: number): string | undefined }
}

/** Opens an empty collection. */
export function openOwnIds(): OwnIdCollector {
  const found: string[] = []
  return {
    add({ id, project, cabinet }, file) {
      const copy = cabinet?.folder ?? cabinet?.user?.email ?? cabinet?.role ?? ''
      const scope = [project?.id ?? project?.name ?? '', copy, id]
      found.push(`${fingerprint(JSON.stringify(scope))}:${file}`)
    },
    ids: () => (found.length === 0 ? undefined : found.join(' ')),
  }
}

/**
 * Reports as `engine/shared-id` the files of which a document has the id of one in another file, in the same copy of
 * the same project. The result does not depend on how documents lie in shards.
 */
export function reportSharedIds(shards: readonly OwnIds[], report: Report): void {
  const shared = repeated(shards)
  if (shared.size === 0) return
  // Of a document in several segments one print is kept, and ids are unique in a file: each print is another file.
  const files = new Map<string, string[]>()
  for (const { ids, paths } of shards) {
    for (const one of ids.split(' ')) {
      const print = one.slice(0, printLength)
      if (!shared.has(numberOf(print))) continue
      const holders = files.get(print) ?? []
      holders.push(paths.at(Number(one.slice(printLength + 1))) ?? '')
      files.set(print, holders)
    }
  }
  const pairs = Array.from(files.values(), (paths) => paths.sort()).flatMap(
    ([first = '', ...others]) => others.map((path) => ({ first, path })),
  )
  pairs.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.first < b.first ? -1 : 1))
  for (const { first, path } of pairs) {
    const message = `A document has the id of one in ${JSON.stringify(first)}; both keep it. Give one another id, leave it out, or take the paths of files as ids.`
    report({ severity: 'warning', code: 'engine/shared-id', message, place: { path } })
  }
}

const printLength = 14
const numberOf = (print: string): number => Number.parseInt(print, 16)

/** The fingerprints that occur more than once. Sorted numbers take 8 bytes each; a map took ten times as much. */
function repeated(shards: readonly OwnIds[]): ReadonlySet<number> {
  const counts = shards.map(({ ids }) => Math.ceil(ids.length / (printLength + 3)))
  const prints = new Float64Array(counts.reduce((sum, count) => sum + count, 0))
  let filled = 0
  for (const { ids } of shards) {
    for (let at = 0; at < ids.length; at = after(ids, at)) {
      prints[filled] = numberOf(ids.slice(at, at + printLength))
      filled += 1
    }
  }
  const sorted = prints.subarray(0, filled).sort()
  return new Set(sorted.filter((print, at) => print === sorted[at - 1]))
}

/** Where the next fingerprint begins. */
function after(ids: string, at: number): number {
  const blank = ids.indexOf(' ', at)
  return blank === -1 ? ids.length : blank + 1
}

import type { LabeledDocument } from '@labelport/model'
import { cellFingerprint } from './fingerprints.ts'
import type { ResidueNote } from './residue-note.ts'

/** A document of a residue, and whether its file has come. */
export interface Candidate {
  readonly residue: LabeledDocument
  readonly note: ResidueNote
  /** Fingerprints of the rows that are read. */
  readonly prints: ReadonlySet<string>
  readonly settled: boolean
}

/**
 * The document that a file holds, of candidates in the order of the source: the one written under its path, else one
 * of its name, else one that shares most rows; undefined when none is like it.
 */
export function bestEntry<C extends Candidate>(
  now: LabeledDocument,
  path: string,
  candidates: readonly C[],
): C | undefined {
  const placed = byPath(path, candidates)
  if (placed !== undefined && !placed.settled) return placed
  const open = candidates.filter(({ settled }) => !settled)
  const named = open.filter(({ residue, note }) => [residue.name, note.name].includes(now.name))
  const prints = now.cells.map(cellFingerprint)
  const share = ({ prints: known }: Candidate): number =>
    prints.filter((one) => known.has(one)).length / Math.max(1, prints.length)
  if (named.length === 1) return named[0]
  const [best] = (named.length > 0 ? named : open)
    .map((candidate) => ({ candidate, rows: share(candidate) }))
    .sort((a, b) => b.rows - a.rows)
  return best !== undefined && (named.length > 0 || best.rows > 0.5) ? best.candidate : undefined
}

/** Writers number files of one name: the second copy of `a.txt` is `a (2).txt`. */
const number = / \((\d+)\)(\.[^./]*)?$/

/** The candidate written under a path, unless a file holds several documents of different names. */
function byPath<C extends Candidate>(path: string, candidates: readonly C[]): C | undefined {
  const [first, ...others] = candidates.filter(({ note }) => isWrittenTo(path, note))
  if (first !== undefined) {
    return others.every(({ residue }) => residue.name === first.residue.name) ? first : undefined
  }
  const [, count] = number.exec(path) ?? []
  if (count === undefined) return undefined
  const plain = path.replace(number, '$2')
  return candidates.filter(({ note }) => isWrittenTo(plain, note))[Number(count) - 1]
}

/** Whether a file is that of a document which stands whole in the residue, so that the file is not needed. */
export function isNotNeeded(path: string, candidates: readonly Candidate[]): boolean {
  const plain = path.replace(number, '$2')
  return candidates.some(
    ({ note }) => note.unread === true && (isWrittenTo(path, note) || isWrittenTo(plain, note)),
  )
}

/** Whether a document, alone, is written under a path; a folder may have been put around it since. */
function isWrittenTo(path: string, { files }: ResidueNote): boolean {
  const found = folded(path)
  return files.map(folded).some((file) => found === file || found.endsWith(`/${file}`))
}

/** Equal for names that are one name on some systems, which writers number as well. */
function folded(path: string): string {
  return path.normalize('NFC').toLowerCase()
}

import type { LabeledDocument } from '@labelport/model'
import { fingerprintsOf } from './fingerprints.ts'
import type { ResidueNote } from './residue-note.ts'

/** How what is read now compares with what was read when the residue was written. */
export interface ReadMatch {
  /** Cells whose text is another now. */
  readonly editedCells: ReadonlySet<number>
  /** By index then, the index now of a statement that says the same; absent for those that are gone. */
  readonly annotations: ReadonlyMap<number, number>
  /** By index then, the index now of another statement about the same thing. */
  readonly rewritten: ReadonlyMap<number, number>
  /** Indices now of statements that are new. */
  readonly added: readonly number[]
  readonly comments: ReadonlyMap<number, number>
  readonly addedComments: readonly number[]
}

/** Compares; undefined when there are more or fewer cells now, for then no place is sure. */
export function matchRead(now: LabeledDocument, { read }: ResidueNote): ReadMatch | undefined {
  const prints = fingerprintsOf(now)
  if (prints.cells.length !== read.cells.length) return undefined
  const editedCells = new Set<number>()
  for (const [at, print] of prints.cells.entries())
    if (print !== read.cells[at]) editedCells.add(at)
  const side = (at: 0 | 1): Pair => [
    read.annotations.map((pair) => pair[at]),
    prints.annotations.map((pair) => pair[at]),
  ]
  const annotations = paired(side(0), new Map())
  const rewritten = paired(side(1), annotations)
  const comments = paired([read.comments, prints.comments], new Map())
  const known = new Set([...annotations.values(), ...rewritten.values()])
  const knownComments = new Set(comments.values())
  return {
    editedCells,
    annotations,
    rewritten,
    added: [...now.annotations.keys()].filter((index) => !known.has(index)),
    comments,
    addedComments: [...now.comments.keys()].filter((index) => !knownComments.has(index)),
  }
}

type Pair = readonly [then: readonly string[], now: readonly string[]]

/** Equal fingerprints in order, leaving out what is paired already. */
function paired([then, now]: Pair, before: ReadonlyMap<number, number>): Map<number, number> {
  const taken = new Set(before.values())
  const waiting = new Map<string, number[]>()
  for (const [index, print] of now.entries()) {
    if (taken.has(index)) continue
    const list = waiting.get(print)
    if (list === undefined) waiting.set(print, [index])
    else list.push(index)
  }
  const pairs = new Map<number, number>()
  for (const [index, print] of then.entries()) {
    if (before.has(index)) continue
    const found = waiting.get(print)?.shift()
    if (found !== undefined) pairs.set(index, found)
  }
  return pairs
}

import type { Annotation, Cell, Comment, LabeledDocument } from '@labelport/model'
import { danglingIn, detached } from '../prepare/dangling.ts'
import type { TellConflict } from './conflicts.ts'
import { matchRead, type ReadMatch } from './match-read.ts'
import { type Correspondence, commentAs, placedAs } from './placed-as.ts'
import { type HeldStatement, type ResidueNote, residueKey } from './residue-note.ts'
import { placeNow } from './standing-still.ts'

/**
 * The document of the source again: what its files hold as it is read now, and what the residue holds besides. What
 * was edited meanwhile wins for what the files hold; what cannot be put together is told.
 */
export function restoreDocument(
  now: LabeledDocument,
  residue: LabeledDocument,
  note: ResidueNote,
  tell: TellConflict,
): LabeledDocument {
  const { [residueKey]: _, ...rest } = residue.extra ?? {}
  const { extra: __, ...bare } = residue
  const head: LabeledDocument = { ...bare, ...(Object.keys(rest).length > 0 && { extra: rest }) }
  const match = matchRead(now, note)
  if (match === undefined) {
    tell('residue-rows-moved', 'its rows')
    const { cells, annotations, comments } = now
    return { ...head, cells, annotations, comments }
  }
  const cells = residue.cells.map((cell, at) => cellNow(cell, now.cells[note.cells[at] ?? -1]))
  const ids = idsNow(now, note, match)
  const as = correspondence(now, note, cells, ids)
  const all = annotationsNow({ now, residue, note, match, cells, as, tell })
  const dangling = danglingIn(all)
  for (const { type, id } of all) {
    if (dangling.has(id)) tell('residue-about-gone', `${type} ${JSON.stringify(id)}`)
  }
  const annotations = all.filter(({ id }) => !dangling.has(id))
  const present = new Set(annotations.map(({ id }) => id))
  const comments = commentsNow({ now, residue, note, match, cells, as, tell }).map((one) =>
    one.about.type === 'annotation' && !present.has(one.about.id)
      ? detached(one, one.about.id)
      : one,
  )
  return { ...head, cells, annotations, comments }
}

/** What putting together needs to know. */
interface Scope {
  readonly now: LabeledDocument
  readonly residue: LabeledDocument
  readonly note: ResidueNote
  readonly match: ReadMatch
  readonly cells: readonly Cell[]
  readonly as: Correspondence
  readonly tell: TellConflict
}

function cellNow({ tokens, ...cell }: Cell, read: Cell | undefined): Cell {
  if (read === undefined) return tokens === undefined ? cell : { ...cell, tokens }
  return { ...cell, text: read.text, ...(read.tokens && { tokens: read.tokens }) }
}

/** The ids of the source for what is read; new statements get ids that no other has. */
function idsNow(now: LabeledDocument, { annotations: entries }: ResidueNote, match: ReadMatch) {
  const ids = new Map<string, string>()
  const taken = new Set(entries.map((one) => (typeof one === 'string' ? one : one.id)))
  for (const entry of entries) {
    if (typeof entry === 'string') continue
    const index = match.annotations.get(entry.held) ?? match.rewritten.get(entry.held)
    const id = now.annotations[index ?? -1]?.id
    if (id !== undefined) ids.set(id, entry.id)
  }
  for (const index of match.added) {
    const one = now.annotations[index]
    if (one === undefined) continue
    let id = one.id
    for (let count = 2; taken.has(id); count += 1) id = `${one.id}-${count}`
    taken.add(id)
    ids.set(one.id, id)
  }
  return ids
}

function correspondence(
  now: LabeledDocument,
  note: ResidueNote,
  cells: readonly Cell[],
  ids: ReadonlyMap<string, string>,
): Correspondence {
  const cellOf = new Map<number, number>()
  const rowOf = new Map<number, number>()
  for (const [at, held] of note.cells.entries()) {
    const [cell, other] = [cells[at], now.cells[held]]
    if (cell === undefined || other === undefined) continue
    cellOf.set(held, at)
    rowOf.set(other.row, cell.row)
  }
  return {
    cell: (one) => cellOf.get(one),
    row: (one) => rowOf.get(one),
    annotation: (id) => ids.get(id),
  }
}

function annotationsNow({ now, residue, note, match, cells, as, tell }: Scope): Annotation[] {
  const whole = new Map(residue.annotations.map((one) => [one.id, one]))
  const readAt = (index: number | undefined): Annotation | undefined => {
    const one = index === undefined ? undefined : now.annotations[index]
    return one && placedAs(one, as)
  }
  const result: Annotation[] = []
  const held = new Set<number>()
  for (const entry of note.annotations) {
    if (typeof entry === 'string') {
      const one = whole.get(entry)
      const kept = one && stillThere(one, residue.cells, cells, tell)
      if (kept !== undefined) result.push(kept)
      continue
    }
    held.add(entry.held)
    const same = readAt(match.annotations.get(entry.held))
    const other = readAt(match.rewritten.get(entry.held))
    if (same !== undefined) result.push(setAnew(same, entry))
    else if (other !== undefined) result.push({ ...other, id: entry.id })
  }
  for (const index of note.read.annotations.keys()) {
    if (held.has(index) || match.annotations.has(index)) continue
    tell('residue-form-edited', 'a label')
  }
  for (const index of match.added) {
    const one = now.annotations[index]
    const placed = readAt(index)
    if (one === undefined) continue
    if (placed === undefined) tell('residue-about-gone', `${one.type} ${JSON.stringify(one.id)}`)
    else result.push({ ...placed, id: as.annotation(one.id) ?? one.id })
  }
  return result
}

function stillThere(
  one: Annotation,
  before: readonly Cell[],
  after: readonly Cell[],
  tell: TellConflict,
): Annotation | undefined {
  if (!('target' in one) || one.target === undefined) return one
  const place = placeNow(one.target, before, after)
  if (place.type === 'same') return one
  const gone = place.type === 'gone'
  tell(gone ? 'residue-text-changed' : 'residue-moved', `${one.type} ${JSON.stringify(one.id)}`)
  return gone ? undefined : { ...one, target: place.target }
}

function commentsNow({ now, residue, note, match, cells, as, tell }: Scope): Comment[] {
  const whole = new Map(residue.comments.map((one) => [one.id, one]))
  const result: Comment[] = []
  for (const entry of note.comments) {
    if (typeof entry !== 'string') {
      const read = now.comments[match.comments.get(entry.held) ?? -1]
      const placed = read && commentAs(read, as)
      if (placed !== undefined) result.push(setAnew(placed, entry))
      continue
    }
    const one = whole.get(entry)
    if (one?.about.type !== 'text') {
      if (one !== undefined) result.push(one)
      continue
    }
    const place = placeNow(one.about.target, residue.cells, cells)
    if (place.type !== 'same') {
      const gone = place.type === 'gone'
      tell(gone ? 'residue-text-changed' : 'residue-moved', `comment ${JSON.stringify(one.id)}`)
    }
    if (place.type !== 'gone') {
      result.push({ ...one, about: { type: 'text', target: place.target } })
    }
  }
  const taken = new Set(result.map(({ id }) => id))
  for (const index of match.addedComments) {
    const read = now.comments[index]
    const placed = read && commentAs(read, as)
    if (placed !== undefined && !taken.has(placed.id)) result.push(placed)
  }
  return result
}

/** The read statement with what the source says beyond it. */
function setAnew<T extends Annotation | Comment>(
  read: T,
  { id, fields, without = [] }: HeldStatement,
): T {
  const kept = Object.entries(read).filter(([key]) => !without.includes(key))
  // The fields were told apart from a statement of the same type, and so make one again.
  return { ...Object.fromEntries(kept), ...fields, id } as T
}

import type { Annotation, Cell, Comment, LabeledDocument, TextTarget } from '@labelport/model'
import { referencesOf } from '../prepare/dangling.ts'
import { align } from './align.ts'
import { cellFingerprint, coreOf, fingerprintsOf } from './fingerprints.ts'
import { type Correspondence, commentAs, placedAs } from './placed-as.ts'
import type { ReadBack } from './read-back.ts'
import {
  type HeldStatement,
  type ResidueEntry,
  type ResidueNote,
  residueKey,
} from './residue-note.ts'
import { sameValue } from './same-value.ts'

/**
 * What the files do not hold of a document, told from what their reader reads of them. Itself a sound document:
 * everything in its place, without the texts and statements that are read.
 */
export function residueOf(
  source: LabeledDocument,
  { files, document }: ReadBack,
  format: string,
): LabeledDocument {
  const read = document ?? { ...source, cells: [], annotations: [], comments: [] }
  const cells = heldCells(source, read)
  const annotations = heldAnnotations(source, read, correspondenceOf(source, read, cells))
  const comments = heldComments(source, read, annotations.as)
  const standing = whatStands(source, annotations.entries, comments)
  const note: ResidueNote = {
    format,
    name: read.name,
    files,
    ...(document === undefined && { unread: true }),
    cells,
    annotations: annotations.entries,
    comments,
    read: fingerprintsOf(read),
  }
  return {
    ...source,
    cells: source.cells.map((cell, at) =>
      cells[at] === -1 || standing.cells.has(at) ? cell : withoutText(cell),
    ),
    annotations: source.annotations.filter(({ id }) => standing.annotations.has(id)),
    comments: standing.comments,
    extra: { ...source.extra, [residueKey]: note },
  }
}

/** The read cell of each cell that is read with its text and tokens. */
function heldCells(source: LabeledDocument, read: LabeledDocument): number[] {
  return align(source.cells.map(cellFingerprint), read.cells.map(cellFingerprint))
}

function withoutText({ tokens: _, ...cell }: Cell): Cell {
  return { ...cell, text: '' }
}

function correspondenceOf(
  source: LabeledDocument,
  read: LabeledDocument,
  cells: readonly number[],
): Omit<Correspondence, 'annotation'> {
  const cellOf = new Map<number, number>()
  const rowOf = new Map<number, number>()
  for (const [at, held] of cells.entries()) {
    const [cell, other] = [source.cells[at], read.cells[held]]
    if (cell === undefined || other === undefined) continue
    cellOf.set(held, at)
    rowOf.set(other.row, cell.row)
  }
  return { cell: (one) => cellOf.get(one), row: (one) => rowOf.get(one) }
}

function heldAnnotations(
  source: LabeledDocument,
  read: LabeledDocument,
  places: Omit<Correspondence, 'annotation'>,
) {
  const ids = new Map<string, string>()
  const as: Correspondence = { ...places, annotation: (id) => ids.get(id) }
  const held = new Map<string, HeldStatement>()
  const waiting = new Map<string, Annotation[]>()
  for (const one of source.annotations) {
    const core = coreOf(one)
    waiting.set(core, [...(waiting.get(core) ?? []), one])
  }
  // What others refer to is found first; arrows about arrows take a round for each step.
  for (let before = -1; before !== ids.size; ) {
    before = ids.size
    for (const [index, one] of read.annotations.entries()) {
      if (ids.has(one.id)) continue
      const placed = placedAs(one, as)
      const match = placed && waiting.get(coreOf(placed))?.shift()
      if (placed === undefined || match === undefined) continue
      ids.set(one.id, match.id)
      const entry = entryOf(match, placed, index)
      if (entry !== undefined) held.set(match.id, entry)
    }
  }
  return { as, entries: source.annotations.map(({ id }): ResidueEntry => held.get(id) ?? id) }
}

function heldComments(
  source: LabeledDocument,
  read: LabeledDocument,
  as: Correspondence,
): readonly ResidueEntry[] {
  const taken = new Set<string>()
  const held = new Map<string, HeldStatement>()
  for (const [index, one] of read.comments.entries()) {
    const placed = commentAs(one, as)
    if (placed === undefined) continue
    const match = source.comments.find(
      ({ id, text, about }) =>
        !taken.has(id) &&
        text === placed.text &&
        (sameValue(about, placed.about) || about.type === 'reply'),
    )
    if (match === undefined) continue
    taken.add(match.id)
    const entry = entryOf(match, placed, index)
    if (entry !== undefined) held.set(match.id, entry)
  }
  return source.comments.map(({ id }) => held.get(id) ?? id)
}

/** What has to be set anew in the read statement; undefined when JSON cannot say it, and the statement stands whole. */
function entryOf<T extends Annotation | Comment>(
  wanted: T,
  placed: T,
  held: number,
): HeldStatement | undefined {
  const have = new Map<string, unknown>(Object.entries(placed))
  const fields = Object.fromEntries(
    Object.entries(wanted).filter(
      ([key, value]) => key !== 'id' && value !== undefined && !sameValue(value, have.get(key)),
    ),
  )
  if (!sameValue(JSON.parse(JSON.stringify(fields)), fields)) return undefined
  const without = [...have.keys()].filter((key) => !Object.hasOwn(wanted, key))
  return {
    id: wanted.id,
    held,
    ...(Object.keys(fields).length > 0 && { fields }),
    ...(without.length > 0 && { without }),
  }
}

/** What a residue must hold to be sound: statements that are not read, what they refer to, and the texts of both. */
function whatStands(
  { annotations, comments }: LabeledDocument,
  entries: readonly ResidueEntry[],
  commentEntries: readonly ResidueEntry[],
) {
  const byId = new Map(annotations.map((one) => [one.id, one]))
  const ids = new Set<string>()
  const cells = new Set<number>()
  const standCells = ({ cell, endCell = cell }: TextTarget): void => {
    for (let at = cell; at <= endCell; at += 1) cells.add(at)
  }
  const stand = (id: string): void => {
    const one = byId.get(id)
    if (one === undefined || ids.has(id)) return
    ids.add(id)
    for (const other of referencesOf(one)) stand(other)
    if ('target' in one && one.target !== undefined) standCells(one.target)
  }
  for (const entry of entries) if (typeof entry === 'string') stand(entry)
  // Comments are few and may reply to each other, so all of them stand where one does.
  const standing = commentEntries.some((one) => typeof one === 'string') ? comments : []
  for (const { about } of standing) {
    if (about.type === 'annotation') stand(about.id)
    else if (about.type === 'text') standCells(about.target)
  }
  return { annotations: ids, cells, comments: standing }
}

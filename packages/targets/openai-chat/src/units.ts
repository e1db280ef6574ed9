import { type JoinedCells, joinCells, wellFormed } from '@labelport/format'
import type { Cell, LabeledDocument, TextTarget } from '@labelport/model'
import type { Options } from './options.ts'
import type { FateCode } from './reasons.ts'

/** The stretch of a document that one example is about. */
export interface Unit {
  /** The row; absent for a whole document. */
  readonly row?: number
  readonly cells: readonly Cell[]
  readonly text: JoinedCells
}

/** The units of a document and where its cells went. */
export interface Units {
  readonly units: readonly Unit[]
  /** The unit of a cell and its place there, or why it is in none; by cell index. */
  readonly places: readonly (CellPlace | FateCode)[]
}

/** Where a cell went. */
export interface CellPlace {
  readonly unit: number
  readonly at: number
}

/** Cuts a document into units. A document without a cell that is shown has none. */
export function unitsOf(
  { cells, columns }: LabeledDocument,
  unit: Options['unit'],
  wanted: Options['columns'],
): Units {
  const drafts: { row: number; cells: Cell[] }[] = []
  const byRow = new Map<number, number>()
  const places = cells.map((cell): CellPlace | FateCode => {
    if (cell.status !== undefined) return 'hidden-cell'
    const column = columns?.[cell.column]
    const isText =
      wanted.length === 0 ? column?.role !== 'answer' : wanted.includes(column?.name ?? '')
    if (!isText) return 'other-column'
    const key = unit === 'row' ? cell.row : 0
    const index = byRow.get(key) ?? drafts.length
    byRow.set(key, index)
    const draft = drafts[index] ?? { row: cell.row, cells: [] }
    drafts[index] = draft
    draft.cells.push(cell)
    return { unit: index, at: draft.cells.length - 1 }
  })
  const units = drafts.map(({ row, cells: own }) => ({
    ...(unit === 'row' && { row }),
    cells: own,
    text: joinCells(own, () => true, wellFormed),
  }))
  return { units, places }
}

/** A stretch of a label inside one unit; its cells count within the unit. */
export interface Piece {
  readonly unit: number
  readonly target: TextTarget
}

/** Cuts a label at the ends of units; rows that are in no unit are left out. */
export function piecesOf(
  { cell, start, end, endCell = cell }: TextTarget,
  { units, places }: Units,
): { readonly pieces: readonly Piece[]; readonly whole: boolean } {
  const pieces: { unit: number; target: TextTarget & { endCell: number } }[] = []
  let shown = true
  for (let index = cell; index <= endCell; index += 1) {
    const place = places[index]
    if (place === undefined || typeof place === 'string') {
      shown = false
      continue
    }
    const { unit, at } = place
    const from = index === cell ? start : 0
    const to = index === endCell ? end : (units[unit]?.cells[at]?.text.length ?? 0)
    const last = pieces.at(-1)
    if (last?.unit === unit) last.target = { ...last.target, end: to, endCell: at }
    else pieces.push({ unit, target: { cell: at, start: from, end: to, endCell: at } })
  }
  return { pieces, whole: shown && pieces.length === 1 }
}

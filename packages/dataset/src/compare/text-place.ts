import type { Cell, LabeledDocument, Span, TextTarget } from '@labelport/model'
import type { Matching } from './match.ts'

/** Where the cells of two copies are the same: by row and column, as indices may differ. */
export interface CellJoin {
  /** The cell of the first copy that stands where `cell` of the second does. Undefined when there is none. */
  fromOther(cell: number): number | undefined
  /** Cells that both copies have, with different texts. */
  readonly differentTexts: number
}

/** Joins the cells of two copies. */
export function joinCells(
  one: Pick<LabeledDocument, 'cells'>,
  other: Pick<LabeledDocument, 'cells'>,
): CellJoin {
  const index = new Map(one.cells.map((cell, at) => [placeOf(cell), at]))
  const fromOther = other.cells.map((cell) => index.get(placeOf(cell)))
  let differentTexts = 0
  for (const [at, own] of fromOther.entries()) {
    if (own !== undefined && one.cells[own]?.text !== other.cells[at]?.text) differentTexts += 1
  }
  return { fromOther: (cell) => fromOther[cell], differentTexts }
}

function placeOf({ row, column }: Cell): string {
  return `${row}:${column}`
}

/** Spans are at the same place only when every character is. */
export function spanMatching(cells: readonly Cell[], join: CellJoin): Matching<Span> {
  const moved = ({ target }: Span): TextTarget | undefined => {
    const cell = join.fromOther(target.cell)
    const endCell = join.fromOther(target.endCell ?? target.cell)
    return cell === undefined || endCell === undefined ? undefined : { ...target, cell, endCell }
  }
  return {
    samePlace: 1,
    places(span, side) {
      const target = side === 'one' ? span.target : moved(span)
      if (target === undefined) return []
      const places: string[] = []
      for (let at = target.cell; at <= (target.endCell ?? target.cell); at += 1)
        places.push(String(at))
      return places
    },
    overlap(one, other) {
      const target = moved(other)
      return target === undefined ? 0 : textOverlap(cells, one.target, target)
    },
  }
}

/**
 * The characters that both targets cover, divided by those that one of them covers. Two empty targets at one
 * offset overlap entirely.
 */
export function textOverlap(cells: readonly Cell[], one: TextTarget, other: TextTarget): number {
  const last = (target: TextTarget): number => target.endCell ?? target.cell
  if (
    one.cell === other.cell &&
    one.start === other.start &&
    last(one) === last(other) &&
    one.end === other.end
  ) {
    return 1
  }
  let shared = 0
  let either = 0
  for (let at = Math.min(one.cell, other.cell); at <= Math.max(last(one), last(other)); at += 1) {
    const length = cells[at]?.text.length ?? 0
    const [a, b] = [within(one, at, length), within(other, at, length)]
    const common = Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))
    shared += common
    either += a.end - a.start + (b.end - b.start) - common
  }
  return either === 0 ? 0 : shared / either
}

/** The part of a target that lies in one cell; empty where it does not reach. */
function within({ cell, start, endCell = cell, end }: TextTarget, at: number, length: number) {
  if (at < cell || at > endCell) return { start: 0, end: 0 }
  return { start: at === cell ? start : 0, end: at === endCell ? end : length }
}

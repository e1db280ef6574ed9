import {
  type Cell,
  type LabeledDocument,
  type TextTarget,
  TokenBuffer,
  type Tokens,
} from '@labelport/model'
import { whiteSpaceTokens } from './cells.ts'
import { type Grid, gridOf } from './position.ts'
import type { Tally } from './tally.ts'

/** Which cells of a document are written, and with which tokens. */
export interface Layout {
  readonly grid: Grid
  isWritten(cell: number): boolean
  /** Absent means the cell is written without tokens. */
  tokensAt(cell: number): Tokens | undefined
}

/** The cells of a document that lie before those of a segment. */
export interface CellsBefore {
  readonly count: number
  /** The row of the first one; undefined when there is none. */
  readonly firstRow: number | undefined
  /** The last row that was written; 0 when there is none. */
  readonly lastRow: number
  /** Whether a row was written. */
  has(row: number): boolean
}

/** How far a row may lie beyond the row before it, so that a wild number cannot fill the memory. */
const widestGap = 1_000_000
const mostColumns = 10_000

/** Decides what becomes of each cell and tells the tally. `before`: of one column, where a segment is laid out. */
export function layOut(
  document: LabeledDocument,
  columns: 'one' | 'many',
  tally: Tally,
  before?: CellsBefore,
): Layout {
  const { cells } = document
  const touched = touchedCells(document)
  const buffer = new TokenBuffer()
  const written = new Array<boolean>(cells.length).fill(false)
  const made = new Map<number, Tokens>()
  const taken = new Set<string>()
  let lastRow = before?.lastRow ?? 0
  let kept = 0
  for (const [index, cell] of cells.entries()) {
    const loss = lossOfCell(cell, columns, lastRow, taken, before)
    if (loss !== undefined) {
      tally.drop('cell', loss, index)
      continue
    }
    written[index] = true
    lastRow = Math.max(lastRow, cell.row)
    if (cell.tokens === undefined && touched.has(index)) {
      made.set(index, whiteSpaceTokens(cell.text, buffer))
      tally.change('cell', 'tokens-made', index)
    } else kept += 1
  }
  tally.keep('cell', kept)
  return {
    grid: gridOf(
      made.size === 0 ? cells : cells.map((cell, index) => withTokens(cell, made.get(index))),
      before?.firstRow === undefined ? undefined : before.firstRow + before.count,
    ),
    isWritten: (cell) => written[cell] === true,
    tokensAt: (cell) =>
      written[cell] === true ? (made.get(cell) ?? cells[cell]?.tokens) : undefined,
  }
}

function withTokens(cell: Cell, tokens: Tokens | undefined): Cell {
  return tokens === undefined ? cell : { ...cell, tokens }
}

function lossOfCell(
  { status, row, column }: Cell,
  columns: 'one' | 'many',
  lastRow: number,
  taken: Set<string>,
  before: CellsBefore | undefined,
) {
  if (status !== undefined) return 'hidden-cell'
  if (columns === 'one' && column > 0) return 'further-column'
  const fits =
    Number.isInteger(row) &&
    row >= 0 &&
    row <= lastRow + widestGap &&
    Number.isInteger(column) &&
    column >= 0 &&
    column < mostColumns
  const place = `${row}:${column}`
  if (!fits || taken.has(place) || before?.has(row) === true) return 'cell-without-place'
  taken.add(place)
  return undefined
}

/** Indices of the cells in which labels and comments begin or end. */
function touchedCells({ annotations, comments }: LabeledDocument): ReadonlySet<number> {
  const touched = new Set<number>()
  const touch = (target: TextTarget | undefined): void => {
    if (target === undefined) return
    for (let cell = target.cell; cell <= (target.endCell ?? target.cell); cell += 1)
      touched.add(cell)
  }
  for (const one of annotations) {
    if ('target' in one) touch(one.target)
  }
  for (const { about } of comments) if (about.type === 'text') touch(about.target)
  return touched
}

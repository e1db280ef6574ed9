import {
  type Cell,
  firstTokenEndingAfter,
  type TextTarget,
  type Tokens,
  tokenCount,
} from '@labelport/model'

/** Datasaur's coordinates of a stretch of text, all from 0. The end is inclusive on both levels. */
export interface Position {
  readonly startRow: number
  readonly startColumn: number
  readonly startToken: number
  readonly startCharacter: number
  readonly endRow: number
  readonly endColumn: number
  readonly endToken: number
  readonly endCharacter: number
}

/** The order of the eight numbers in hash codes. */
export const positionKeys = [
  'startRow',
  'startColumn',
  'startToken',
  'startCharacter',
  'endRow',
  'endColumn',
  'endToken',
  'endCharacter',
] as const satisfies readonly (keyof Position)[]

/** Whether two positions are the same eight numbers. */
export function samePosition(a: Position, b: Position): boolean {
  return positionKeys.every((key) => a[key] === b[key])
}

/** Cells by row and column. */
export interface Grid {
  readonly cells: readonly Cell[]
  /** Index of the cell; -1 when there is none. */
  at(row: number, column: number): number
}

/**
 * A grid over cells. Ordinary text documents need no table: their rows count on from `firstRow`, which is the row of the
 * first cell.
 */
export function gridOf(cells: readonly Cell[], firstRow = cells[0]?.row ?? 0): Grid {
  let table: Map<string, number> | undefined
  return {
    cells,
    at(row, column) {
      const direct = cells[row - firstRow]
      if (direct?.row === row && direct.column === column) return row - firstRow
      table ??= new Map(cells.map((cell, index) => [`${cell.row}:${cell.column}`, index]))
      return table.get(`${row}:${column}`) ?? -1
    },
  }
}

/** The target a position means, or a sentence saying why it means none. */
export function targetAt(grid: Grid, position: Position): TextTarget | string {
  const { startRow, startColumn, startToken, startCharacter } = position
  const { endRow, endColumn, endToken, endCharacter } = position
  const cell = grid.at(startRow, startColumn)
  const endCell =
    startRow === endRow && startColumn === endColumn ? cell : grid.at(endRow, endColumn)
  const first = grid.cells[cell]
  const last = grid.cells[endCell]
  if (first === undefined) return noSuchCell(startRow, startColumn)
  if (last === undefined) return noSuchCell(endRow, endColumn)
  const start = characterAt(first, startToken, startCharacter)
  if (typeof start === 'string') return start
  const end = characterAt(last, endToken, endCharacter)
  if (typeof end === 'string') return end
  if (endCell < cell || (endCell === cell && end < start)) return 'The label ends before it begins.'
  return endCell === cell ? { cell, start, end: end + 1 } : { cell, start, endCell, end: end + 1 }
}

function noSuchCell(row: number, column: number): string {
  return `The label refers to row ${row}, column ${column}, which does not exist.`
}

/** The offset of a character of a token, or why there is none. */
function characterAt(cell: Cell, token: number, character: number): number | string {
  const { tokens, row } = cell
  if (tokens === undefined) return `The label refers to a token of row ${row}, which has no tokens.`
  const start = tokens[2 * token]
  const end = tokens[2 * token + 1]
  if (start === undefined || end === undefined || token < 0) {
    return `The label refers to token ${token} of row ${row}, which has ${tokenCount(tokens)} tokens.`
  }
  if (character < 0 || start + character >= end) {
    return `The label refers to character ${character} of token ${token} of row ${row}, of which ${end - start} characters were found in the text.`
  }
  return start + character
}

/** Where a target lies in tokens, and whether its edges had to move to the nearest token. */
export interface Located {
  readonly position: Position
  readonly moved: boolean
}

/**
 * The position of a target. Text between tokens has no coordinates, so an edge there moves inwards;
 * undefined when no token is left. `tokensAt` gives the tokens that will be in the file.
 */
export function locate(
  cells: readonly Cell[],
  target: TextTarget,
  tokensAt: (cell: number) => Tokens | undefined,
): Located | undefined {
  const endCell = target.endCell ?? target.cell
  let cell = target.cell
  let token = 0
  let tokens = tokensAt(cell)
  let from = target.start
  for (;;) {
    token = tokens === undefined ? 0 : firstTokenEndingAfter(tokens, from)
    if (tokens !== undefined && token < tokenCount(tokens)) break
    if (cell >= endCell) return undefined
    cell += 1
    from = 0
    tokens = tokensAt(cell)
  }
  const start = Math.max(from, tokens[2 * token] ?? 0)
  let last = endCell
  let until = target.end
  let lastTokens = tokensAt(last)
  let lastToken = -1
  for (;;) {
    lastToken = lastTokens === undefined ? -1 : lastTokenStartingBefore(lastTokens, until)
    if (lastTokens !== undefined && lastToken >= 0) break
    if (last <= cell) return undefined
    last -= 1
    lastTokens = tokensAt(last)
    until = cells[last]?.text.length ?? 0
  }
  const end = Math.min(until, lastTokens[2 * lastToken + 1] ?? 0)
  if (last < cell || (last === cell && end <= start)) return undefined
  const first = cells[cell]
  const final = cells[last]
  if (first === undefined || final === undefined) return undefined
  const position = {
    startRow: first.row,
    startColumn: first.column,
    startToken: token,
    startCharacter: start - (tokens[2 * token] ?? 0),
    endRow: final.row,
    endColumn: final.column,
    endToken: lastToken,
    endCharacter: end - 1 - (lastTokens[2 * lastToken] ?? 0),
  }
  const moved =
    cell !== target.cell || start !== target.start || last !== endCell || end !== target.end
  return { position, moved }
}

/** The last token with text that begins before an offset; -1 when there is none. */
function lastTokenStartingBefore(tokens: Tokens, offset: number): number {
  let token = Math.min(firstTokenEndingAfter(tokens, offset - 1), tokenCount(tokens) - 1)
  while (token >= 0) {
    const start = tokens[2 * token] ?? 0
    if (start < offset && (tokens[2 * token + 1] ?? 0) > start) return token
    token -= 1
  }
  return -1
}

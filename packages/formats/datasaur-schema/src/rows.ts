import {
  type CellScope,
  type Findings,
  isObject,
  type JsonObject,
  listField,
  readMetadata,
  readTokens,
  textField,
} from '@labelport/format'
import { type Cell, TokenBuffer } from '@labelport/model'
import type { FileRun } from './runs.ts'

/** The cells of a file, and those of its cells that hold more than the model. */
export interface ReadRows {
  readonly cells: Cell[]
  readonly odd: JsonObject
  /** The last row with a cell; -1 when there is none. */
  readonly lastRow: number
  /** How many rows there are up to the last of the run. */
  readonly rowCount: number
}

/** Reads `rows`: a list of rows, each a list of cells. */
export function readRows(
  data: JsonObject,
  { rows: given, before }: Pick<FileRun, 'rows' | 'before'>,
  findings: Findings,
): ReadRows {
  const rows = given ?? listField(data, 'rows', '/data', findings)
  const buffer = new TokenBuffer(2 * tokenCountOf(rows))
  const scope: CellScope = { buffer, findings, isOdd: false }
  const cells: Cell[] = []
  const odd: [string, JsonObject][] = []
  let lastRow = -1
  for (let at = 0; at < rows.length; at += 1) {
    const columns = rows[at]
    const row = before + at
    if (!Array.isArray(columns)) {
      findings.wrongType(`/data/rows/${row}`, columns, 'a list of cells')
      continue
    }
    const pointerAt = (column: number): string => `/data/rows/${row}/${column}`
    for (let column = 0; column < columns.length; column += 1) {
      const source: unknown = columns[column]
      if (!isObject(source)) {
        findings.wrongType(pointerAt(column), source, 'a cell')
        continue
      }
      scope.isOdd = Object.keys(source).length !== knownKeys(source)
      const text = textField(source, 'content', pointerAt(column), findings) ?? ''
      const tokens = readTokens(text, source.tokens, scope, pointerAt, column)
      const metadata = readMetadata(source.metadata, scope, pointerAt, column)
      cells.push({ row, column, text, ...(tokens && { tokens }), ...(metadata && { metadata }) })
      lastRow = row
      if (scope.isOdd) odd.push([`${row}:${column}`, source])
    }
  }
  return { cells, odd: Object.fromEntries(odd), lastRow, rowCount: before + rows.length }
}

function knownKeys({ content, tokens, metadata }: JsonObject): number {
  return (
    (typeof content === 'string' ? 1 : 0) +
    (tokens === undefined ? 0 : 1) +
    (metadata === undefined ? 0 : 1)
  )
}

/** How many tokens there are, so that one buffer of the right size holds them all. */
function tokenCountOf(rows: readonly unknown[]): number {
  let count = 0
  for (const columns of rows) {
    if (!Array.isArray(columns)) continue
    for (const cell of columns) {
      if (isObject(cell) && Array.isArray(cell.tokens)) count += cell.tokens.length
    }
  }
  return count
}

import type { RowRange } from '../long-json/row-ranges.ts'
import { noFindings } from './findings.ts'
import type { JsonObject } from './json-value.ts'
import { openComments } from './read-comments.ts'
import { usersOf } from './users.ts'

/** The rows of each stretch of text that a file's comments speak about. */
export function commentedRows(file: JsonObject): readonly RowRange[] {
  const users = usersOf(undefined, '', noFindings)
  const scope = { format: '', users, findings: noFindings }
  return openComments(file, '', scope).positions.map(({ startRow, endRow }) => ({
    first: Math.min(startRow, endRow),
    last: Math.max(startRow, endRow),
  }))
}

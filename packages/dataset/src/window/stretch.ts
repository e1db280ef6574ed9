/** A place in the text of a file, in UTF-16 code units; cells are counted through all segments. */
export interface Position {
  readonly cell: number
  readonly offset: number
}

/** Text from one place to another, both of it. */
export interface Stretch {
  readonly start: Position
  readonly end: Position
}

/** Whether one place lies before another, or where it is. */
export function notAfter(one: Position, other: Position): boolean {
  return one.cell < other.cell || (one.cell === other.cell && one.offset <= other.offset)
}

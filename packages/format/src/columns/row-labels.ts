import type { Tag } from './tag-table.ts'

/** A label while it is being read; rows count from the beginning of the file. */
export interface Draft {
  readonly label: number
  readonly row: number
  /** In UTF-16 code units of row `row`. */
  readonly start: number
  endRow: number
  /** In UTF-16 code units of row `endRow`. */
  end: number
}

/** Turns the tag columns of successive rows into labels, by the rules of one format. */
export interface RowLabels<Kind extends string, Odd extends string> {
  /** In the order they began. The caller takes out what is finished. */
  readonly drafts: Draft[]
  /** Whether a label open at the end of the row before goes on in this one. */
  readonly joined: boolean
  /** Whether a label may go on in the next row. */
  readonly carrying: boolean
  /** Whether any column of the row is in use. */
  readonly open: boolean
  /**
   * Takes the tag of one column of one token; `first` tells the first token of a row. Returns what is odd
   * about it.
   */
  take(tag: Tag<Kind>, column: number, first: boolean, start: number, end: number): Odd | undefined
  /** Ends the columns from `column` on: the token has no tags there. */
  closeFrom(column: number): void
  /** Ends the row; a row without tokens interrupts nothing. */
  endRow(hadTokens: boolean): void
}

import type { Tag } from './tag.ts'

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

/** What became of a tag. `orphan`: an `I-` without a beginning, taken as one. */
export type Outcome = 'fine' | 'orphan'

/** Turns the tag columns of successive rows into labels. */
export interface RowLabels {
  /** In the order they began. The caller takes out what is finished. */
  readonly drafts: Draft[]
  /** Whether a label open at the end of the row before goes on in this one. */
  readonly joined: boolean
  /** Whether a label may go on in the next row. */
  readonly carrying: boolean
  /** Whether any column of the row is in use. */
  readonly open: boolean
  /** Takes the tag of one column of one token; `first` tells the first token of a row. */
  take(tag: Tag, column: number, first: boolean, start: number, end: number): Outcome
  /** Ends the columns from `column` on: the token has no tags there. */
  closeFrom(column: number): void
  /** Ends the row; a row without tokens interrupts nothing. */
  endRow(hadTokens: boolean): void
}

/** Starts at row 0 of a file. */
export function rowLabels(): RowLabels {
  const drafts: Draft[] = []
  let open: (Draft | undefined)[] = []
  // Columns are assigned anew in every row, so what goes on is found by its label (spec 6.1).
  let carried: Draft[] = []
  let row = 0
  let joined = false

  const begin = (label: number, start: number, end: number): Draft => {
    const draft = { label, row, start, endRow: row, end }
    drafts.push(draft)
    return draft
  }
  return {
    drafts,
    get joined() {
      return joined
    },
    get carrying() {
      return carried.length > 0
    },
    get open() {
      return open.length > 0
    },
    take(tag, column, first, start, end) {
      switch (tag.kind) {
        case 'outside':
          open[column] = undefined
          return 'fine'
        case 'begin':
          open[column] = begin(tag.label, start, end)
          return 'fine'
        case 'whole':
          begin(tag.label, start, end)
          open[column] = undefined
          return 'fine'
        case 'inside': {
          const current = open[column]
          if (current !== undefined && current.label === tag.label) {
            current.end = end
            return 'fine'
          }
          const place = first ? carried.findIndex(({ label }) => label === tag.label) : -1
          const [continued] = place === -1 ? [] : carried.splice(place, 1)
          if (continued === undefined) {
            open[column] = begin(tag.label, start, end)
            return 'orphan'
          }
          continued.endRow = row
          continued.end = end
          open[column] = continued
          joined = true
          return 'fine'
        }
        default:
          return tag.kind satisfies never
      }
    },
    closeFrom(column) {
      if (open.length > column) open.length = column
    },
    endRow(hadTokens) {
      if (hadTokens) carried = open.filter((draft) => draft !== undefined)
      if (open.length > 0) open = []
      joined = false
      row += 1
    },
  }
}

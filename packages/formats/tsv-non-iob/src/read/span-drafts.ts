/** A label while it is being read. */
export interface SpanDraft {
  readonly column: number
  readonly name: string
  readonly cell: number
  readonly start: number
  endCell: number
  end: number
}

/** Where a token stands. */
export interface TokenPlace {
  readonly cell: number
  readonly start: number
  readonly end: number
  /** Counts on through the file; rows without tokens interrupt nothing. */
  readonly token: number
}

/** Puts the pieces of labels together and finds labels by their numbers. */
export interface SpanDrafts {
  /** In the order they began. */
  readonly all: readonly SpanDraft[]
  /** Takes one piece; says `gap` when the label of that number ended before in the same row. */
  take(column: number, name: string, number: number | undefined, at: TokenPlace): 'gap' | undefined
  /** The label of a number that an arrow in a row means; undefined when there is none. */
  find(number: number, cell: number): SpanDraft | undefined
}

interface Open {
  readonly draft: SpanDraft
  lastToken: number
}

/** Starts without labels. */
export function spanDrafts(): SpanDrafts {
  const all: SpanDraft[] = []
  const open = new Map<string, Open>()
  const byNumber = new Map<number, SpanDraft[]>()
  return {
    all,
    take(column, name, number, { cell, start, end, token }) {
      const key = `${column}\t${number ?? ''}\t${name}`
      const current = number === undefined ? undefined : open.get(key)
      if (current !== undefined && token - current.lastToken <= 1) {
        current.lastToken = token
        current.draft.endCell = cell
        current.draft.end = end
        return undefined
      }
      const draft = { column, name, cell, start, endCell: cell, end }
      all.push(draft)
      if (number === undefined) return undefined
      open.set(key, { draft, lastToken: token })
      const alike = byNumber.get(number) ?? []
      alike.push(draft)
      byNumber.set(number, alike)
      return current?.draft.endCell === cell ? 'gap' : undefined
    },
    find(number, cell) {
      // Numbers usually count on through the file; where they begin anew, the nearest row is meant.
      const alike = byNumber.get(number) ?? []
      return (
        alike.find((one) => one.cell <= cell && one.endCell >= cell) ??
        alike.findLast((one) => one.endCell < cell) ??
        alike[0]
      )
    },
  }
}

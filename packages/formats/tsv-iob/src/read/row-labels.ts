import type { Draft, RowLabels } from '@labelport/format'
import type { TagKind } from './tag.ts'

/** What may be odd about a tag. `orphan-inside`: an `I-` without a beginning, taken as one. */
export type TagOddity = 'unprefixed-tag' | 'orphan-inside'

/** Starts at row 0 of a file. */
export function rowLabels(): RowLabels<TagKind, TagOddity> {
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
          return undefined
        case 'begin':
          open[column] = begin(tag.label, start, end)
          return undefined
        case 'whole':
          begin(tag.label, start, end)
          open[column] = undefined
          return 'unprefixed-tag'
        case 'inside': {
          const current = open[column]
          if (current !== undefined && current.label === tag.label) {
            current.end = end
            return undefined
          }
          const place = first ? carried.findIndex(({ label }) => label === tag.label) : -1
          const [continued] = place === -1 ? [] : carried.splice(place, 1)
          if (continued === undefined) {
            open[column] = begin(tag.label, start, end)
            return 'orphan-inside'
          }
          continued.endRow = row
          continued.end = end
          open[column] = continued
          joined = true
          return undefined
        }
        default:
          return tag.kind satisfies never
      }
    },
    closeFrom(column) {
      // Popping takes a third of the time of setting the length.
      while (open.length > column) open.pop()
    },
    endRow(hadTokens) {
      if (hadTokens) carried = open.filter((draft) => draft !== undefined)
      if (open.length > 0) open = []
      joined = false
      row += 1
    },
  }
}

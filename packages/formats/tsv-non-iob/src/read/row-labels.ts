import type { Draft, RowLabels } from '@labelport/format'

/** `prefixed`: a label whose name looks like a tag of TSV_IOB. */
export type TagKind = 'outside' | 'label' | 'prefixed'

/** What may be odd about a label. */
export type TagOddity = 'prefixed-label'

/** Joins a label with the same one in the same column of the token before; rows join nothing. */
export function rowLabels(): RowLabels<TagKind, TagOddity> {
  const drafts: Draft[] = []
  let open: (Draft | undefined)[] = []
  let row = 0
  return {
    drafts,
    joined: false,
    carrying: false,
    get open() {
      return open.length > 0
    },
    take({ kind, label }, column, _first, start, end) {
      const current = open[column]
      if (kind === 'outside') open[column] = undefined
      else if (current !== undefined && current.label === label) current.end = end
      else {
        const draft = { label, row, start, endRow: row, end }
        drafts.push(draft)
        open[column] = draft
      }
      return kind === 'prefixed' ? 'prefixed-label' : undefined
    },
    closeFrom(column) {
      // Popping takes a third of the time of setting the length.
      while (open.length > column) open.pop()
    },
    endRow() {
      if (open.length > 0) open = []
      row += 1
    },
  }
}

import type { DocumentPage } from '../document-page.ts'
import { grouped } from './words.ts'

interface PagerProps {
  readonly page: DocumentPage
  readonly onRow: (row: number) => void
}

/** Goes through a document that is too long to show at once. */
export function Pager({ page: { row, rows, pageSize }, onRow }: PagerProps) {
  if (rows <= pageSize) return null
  const last = Math.min(rows, row + pageSize)
  return (
    <nav class="pager" aria-label="Rows of this document">
      <button type="button" disabled={row === 0} onClick={() => onRow(Math.max(0, row - pageSize))}>
        Earlier rows
      </button>
      <span>
        Rows {grouped(row + 1)} to {grouped(last)} of {grouped(rows)}
      </span>
      <button type="button" disabled={last === rows} onClick={() => onRow(row + pageSize)}>
        Later rows
      </button>
    </nav>
  )
}

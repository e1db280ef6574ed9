import { useEffect, useRef, useState } from 'preact/hooks'
import type { DocumentEntry } from '../protocol.ts'
import type { Session } from '../state/session.ts'
import { type Column, copyTitle, numberIn, type Sorting } from '../state/sorting.ts'
import { useFilledColumns } from '../state/use-filled-columns.ts'
import type { Actions } from '../state/use-session.ts'
import { documentTitle } from './document-title.ts'
import { Link } from './link.tsx'
import { windowOf } from './list-window.ts'
import { usePrinting } from './use-printing.ts'
import { grouped } from './words.ts'

interface DocumentTableProps {
  readonly session: Session
  readonly actions: Actions
  readonly documents: readonly DocumentEntry[]
}

/** The height of a row, in pixels; the style sheet says the same. */
const rowHeight = 34

/** Browsers place nothing much further down than this, in pixels. */
const furthest = 8_000_000

/** Rows that are printed at most: some thirty pages. */
const mostOnPaper = 1500

const columns = [
  ['rows', 'Rows'],
  ['tokens', 'Tokens'],
  ['characters', 'Characters'],
  ['span', 'Spans'],
  ['relation', 'Arrows'],
  ['box', 'Boxes'],
  ['timestamp', 'Times'],
  ['answer', 'Answers'],
  ['comment', 'Comments'],
  ['conflict', 'In conflict'],
  ['rejected', 'Rejected'],
] as const satisfies readonly (readonly [Column, string])[]

/** Documents with their counts, of which only the rows in sight are in the page. */
export function DocumentTable({ session, actions, documents }: DocumentTableProps) {
  const { projects, sorting, filter } = session
  const frame = useRef<HTMLDivElement>(null)
  const [view, setView] = useState({ top: 0, height: 480 })
  const filled = useFilledColumns(session.documents)
  const used = columns.filter(([key]) => filled.has(key))
  const count = Math.min(documents.length, Math.floor(furthest / rowHeight))
  const printing = usePrinting()
  const { first, last } = printing
    ? { first: 0, last: Math.min(count, mostOnPaper) }
    : windowOf(view, rowHeight, count)
  useEffect(() => {
    if (frame.current !== null) frame.current.scrollTop = 0
  }, [documents])
  const sort = (by: Column): void => actions.filter(filter, nextSorting(sorting, by))
  const head = (by: Column, title: string) => (
    <th key={by} scope="col" aria-sort={sortOf(sorting, by)}>
      <button type="button" onClick={() => sort(by)}>
        {title}
        <span class="sort-sign" aria-hidden="true">
          {sorting?.by === by ? (sorting.down ? '\u2193' : '\u2191') : ''}
        </span>
      </button>
    </th>
  )
  return (
    <section
      class="document-table"
      aria-label="Table of documents"
      ref={frame}
      onScroll={({ currentTarget: { scrollTop: top, clientHeight: height } }) =>
        setView({ top, height })
      }
    >
      <table class="numbers" aria-rowcount={documents.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            {head('name', 'Name')}
            {head('copy', 'Copy')}
            {used.map(([key, title]) => head(key, title))}
          </tr>
        </thead>
        <tbody>
          {first > 0 && <tr class="spacer" style={{ blockSize: `${first * rowHeight}px` }} />}
          {documents.slice(first, last).map((entry, at) => (
            <tr key={entry.index} aria-rowindex={first + at + 2}>
              <th scope="row" title={entry.name}>
                <Link session={session} to={{ tab: 'documents', document: entry.index }}>
                  <bdi>{documentTitle(entry)}</bdi>
                </Link>
              </th>
              <td class="copy-cell" dir="auto">
                {copyTitle(entry, projects)}
              </td>
              {used.map(([key]) => {
                const number = numberIn(entry, key)
                return (
                  <td key={key} class={number === 0 ? 'zero' : `counts-${key}`}>
                    {grouped(number)}
                  </td>
                )
              })}
            </tr>
          ))}
          {last < count && !printing && (
            <tr class="spacer" style={{ blockSize: `${(count - last) * rowHeight}px` }} />
          )}
        </tbody>
      </table>
      {documents.length === 0 && <p class="nothing">No document is like that.</p>}
      {printing && count > mostOnPaper && (
        <p class="nothing">The first {grouped(mostOnPaper)} are printed.</p>
      )}
      {documents.length > count && (
        <p class="nothing">The first {grouped(count)} are listed; filter to see the others.</p>
      )}
    </section>
  )
}

function sortOf(sorting: Sorting | undefined, by: Column): 'ascending' | 'descending' | 'none' {
  if (sorting?.by !== by) return 'none'
  return sorting.down ? 'descending' : 'ascending'
}

/** Numbers from the highest, names from the first; then the other way round; then as they came. */
function nextSorting(sorting: Sorting | undefined, by: Column): Sorting | undefined {
  const down = by !== 'name' && by !== 'copy'
  if (sorting?.by !== by) return { by, down }
  return sorting.down === down ? { by, down: !down } : undefined
}

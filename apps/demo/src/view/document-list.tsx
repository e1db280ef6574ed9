import { useEffect, useRef, useState } from 'preact/hooks'
import type { DocumentEntry } from '../protocol.ts'
import { documentTitle } from './document-title.ts'
import { windowOf } from './list-window.ts'
import { counted, grouped, statementNoun } from './words.ts'

interface DocumentListProps {
  readonly documents: readonly DocumentEntry[]
  readonly total: number
  readonly selected: number | undefined
  readonly filter: string
  readonly onFilter: (filter: string) => void
  readonly onChoose: (index: number) => void
}

/** The height of a line, in pixels; the style sheet says the same. */
const lineHeight = 52

/** The documents, of which only those in sight are in the page. */
export function DocumentList(props: DocumentListProps) {
  const { documents, total, selected, filter, onFilter, onChoose } = props
  const box = useRef<HTMLDivElement>(null)
  const [view, setView] = useState({ top: 0, height: 600 })
  const { first, last } = windowOf(view, lineHeight, documents.length)
  const position = documents.findIndex(({ index }) => index === selected)

  useEffect(() => {
    const { current } = box
    if (current === null || position === -1) return
    const top = position * lineHeight
    if (top < current.scrollTop) current.scrollTop = top
    const overhang = top + lineHeight - current.clientHeight
    if (overhang > current.scrollTop) current.scrollTop = overhang
  }, [position])

  return (
    <section class="documents" aria-label="Documents">
      <label class="field filter">
        <span class="visually-hidden">Filter by name</span>
        <input
          id="document-filter"
          type="search"
          placeholder={`Filter ${counted(total, 'document')}`}
          value={filter}
          onInput={(event) => onFilter(event.currentTarget.value)}
        />
      </label>
      <div
        class="document-list"
        ref={box}
        onScroll={({ currentTarget: { scrollTop: top, clientHeight: height } }) =>
          setView({ top, height })
        }
      >
        <ul style={{ height: `${documents.length * lineHeight}px` }}>
          {documents.slice(first, last).map((entry, at) => (
            <li key={entry.index} style={{ top: `${(first + at) * lineHeight}px` }}>
              <button
                type="button"
                aria-current={entry.index === selected ? 'true' : undefined}
                onClick={() => onChoose(entry.index)}
              >
                <span class="document-name" title={entry.name}>
                  <bdi>{documentTitle(entry)}</bdi>
                </span>
                <span class="document-counts">
                  {summaryOf(entry)}
                  {entry.conflicts > 0 && (
                    <span class="conflicts"> {grouped(entry.conflicts)} in conflict</span>
                  )}
                </span>
              </button>
            </li>
          ))}
        </ul>
        {documents.length === 0 && <p class="nothing">No document has that in its name.</p>}
      </div>
    </section>
  )
}

const told = ['span', 'box', 'answer', 'timestamp', 'relation'] as const

function summaryOf({ rows, counts, conflicts }: DocumentEntry): string {
  const said = told.flatMap((type) =>
    counts[type] === 0 ? [] : [`${grouped(counts[type])} ${statementNoun(type, counts[type])}`],
  )
  const text = rows === 0 ? [] : [counted(rows, 'row')]
  return [
    ...text,
    ...(said.length === 0 ? ['no labels'] : said.slice(0, conflicts > 0 ? 1 : 2)),
  ].join(' \u00b7 ')
}

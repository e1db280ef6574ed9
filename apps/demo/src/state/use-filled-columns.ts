import { useMemo, useRef } from 'preact/hooks'
import type { DocumentEntry } from '../protocol.ts'
import { type NumberColumn, numberColumns, numberIn } from './sorting.ts'

interface Known {
  readonly documents: readonly DocumentEntry[]
  readonly filled: ReadonlySet<NumberColumn>
}

/** The columns that any document fills. While documents turn up only the new ones are looked at. */
export function useFilledColumns(documents: readonly DocumentEntry[]): ReadonlySet<NumberColumn> {
  const known = useRef<Known | undefined>(undefined)
  return useMemo(() => {
    const filled = filledColumns(documents, known.current)
    known.current = { documents, filled }
    return filled
  }, [documents])
}

/** `before` is what was found earlier; it counts where the documents begin with the same ones. */
export function filledColumns(
  documents: readonly DocumentEntry[],
  before?: Known,
): ReadonlySet<NumberColumn> {
  const last = (before?.documents.length ?? 0) - 1
  const grown = last >= 0 && documents[last] === before?.documents[last]
  const filled = new Set(grown ? before?.filled : [])
  for (let at = grown ? last + 1 : 0; at < documents.length; at += 1) {
    const entry = documents[at]
    if (entry === undefined || filled.size === numberColumns.length) break
    for (const column of numberColumns) {
      if (!filled.has(column) && numberIn(entry, column) > 0) filled.add(column)
    }
  }
  return filled
}

import { useMemo } from 'preact/hooks'
import type { DocumentEntry } from '../protocol.ts'
import type { Session } from '../state/session.ts'
import { copyTitle } from '../state/sorting.ts'
import { documentTitle } from './document-title.ts'
import { Link } from './link.tsx'
import { counted } from './words.ts'

interface LookHereFirstProps {
  readonly session: Session
  readonly documents: readonly DocumentEntry[]
}

/** How many documents are named. */
const limit = 5

/** The documents whose labels are most in doubt: the largest share undecided or rejected first. */
export function LookHereFirst({ session, documents }: LookHereFirstProps) {
  const worst = useMemo(() => worstOf(documents), [documents])
  if (worst.length === 0) return null
  return (
    <section class="panel" aria-labelledby="worst-title">
      <h3 id="worst-title">
        Look here first <span class="set-type">labels most in doubt</span>
      </h3>
      <ol class="worst">
        {worst.map((entry) => (
          <li key={entry.index}>
            <Link session={session} to={{ tab: 'documents', document: entry.index }}>
              <bdi>{documentTitle(entry)}</bdi>
            </Link>
            <span class="copy-name" dir="auto">
              {copyTitle(entry, session.projects)}
            </span>
            <span class="doubts">
              {[
                ...(entry.conflicts > 0
                  ? [`${counted(entry.conflicts, 'label')} in conflict`]
                  : []),
                ...(entry.rejected > 0 ? [`${counted(entry.rejected, 'label')} rejected`] : []),
              ].join(', ')}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** The documents with doubts: those with the largest share of doubtful annotations first, of equals the fuller one. */
export function worstOf(documents: readonly DocumentEntry[]): readonly DocumentEntry[] {
  return documents
    .filter((entry) => doubtsIn(entry) > 0)
    .sort((a, b) => shareOf(b) - shareOf(a) || doubtsIn(b) - doubtsIn(a))
    .slice(0, limit)
}

function doubtsIn({ conflicts, rejected }: DocumentEntry): number {
  return conflicts + rejected
}

function shareOf(entry: DocumentEntry): number {
  const { span, relation, answer, box, timestamp } = entry.counts
  return doubtsIn(entry) / Math.max(1, span + relation + answer + box + timestamp)
}

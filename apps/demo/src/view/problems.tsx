import type { ReadingOptions } from '../protocol.ts'
import type { Session } from '../state/session.ts'
import { DiagnosticList } from './diagnostic-list.tsx'
import { ReadAgain } from './read-again.tsx'
import { counted, grouped } from './words.ts'

interface ProblemsProps {
  readonly session: Session
  readonly onReadAgain: (options: ReadingOptions) => void
}

/** Everything that was found wrong, with its place. */
export function Problems({ session, onReadAgain }: ProblemsProps) {
  const { diagnostics, diagnosticCount, documents, status } = session
  const hidden = diagnosticCount - diagnostics.length
  return (
    <main class="sheet-page">
      <h2>Problems</h2>
      {diagnosticCount === 0 ? (
        <p class="lead">
          {status === 'reading' ? 'None so far.' : 'None: everything in this export could be used.'}
        </p>
      ) : (
        <p class="lead">
          {counted(diagnosticCount, 'note')} from reading.{' '}
          {documents.length === 0
            ? 'Nothing of this export could be opened as a document.'
            : `The ${counted(documents.length, 'document')} that could be read are under Documents.`}
        </p>
      )}
      <DiagnosticList diagnostics={diagnostics} />
      {hidden > 0 && <p>And {grouped(hidden)} more.</p>}
      <ReadAgain formats={session.catalog?.readable ?? []} onReadAgain={onReadAgain} />
    </main>
  )
}

import { useMemo, useState } from 'preact/hooks'
import { type Session, shownDocuments } from '../state/session.ts'
import type { Images } from '../state/use-images.ts'
import type { Actions } from '../state/use-session.ts'
import { CopyPicker } from './copy-picker.tsx'
import { DocumentList } from './document-list.tsx'
import { DocumentView } from './document-view.tsx'
import { useKeys } from './keys.ts'
import { LabelCounts } from './label-counts.tsx'
import { stepToLabel } from './label-steps.ts'

interface DocumentsViewProps {
  readonly session: Session
  readonly actions: Actions
  readonly images: Images
  readonly onImages: (files: readonly File[]) => void
}

/** The documents of a copy, and the one that is being read. */
export function DocumentsView({ session, actions, images, onImages }: DocumentsViewProps) {
  const { documents, project, cabinet, selected, projects, page } = session
  const [filter, setFilter] = useState('')
  const all = useMemo(() => shownDocuments(session), [documents, project, cabinet])
  const shown = useMemo(() => {
    const wanted = filter.trim().toLowerCase()
    return wanted === '' ? all : all.filter(({ name }) => name.toLowerCase().includes(wanted))
  }, [all, filter])
  const position = shown.findIndex(({ index }) => index === selected)
  const step = (by: 1 | -1): void => {
    const next = shown[position === -1 ? 0 : position + by]
    if (next !== undefined) actions.chooseDocument(next.index)
  }
  useKeys({
    j: () => step(1),
    k: () => step(-1),
    l: () => stepToLabel('labels', 1),
    h: () => stepToLabel('labels', -1),
    n: () => stepToLabel('doubts', 1),
    p: () => stepToLabel('doubts', -1),
  })
  const entry = selected === undefined ? undefined : documents[selected]
  const copy = projects[project]?.cabinets[cabinet]

  return (
    <div class="reader">
      <aside class="side" aria-label="What is in the export">
        <CopyPicker session={session} onChoose={actions.chooseCopy} />
        <DocumentList
          documents={shown}
          total={all.length}
          selected={selected}
          filter={filter}
          onFilter={setFilter}
          onChoose={actions.chooseDocument}
        />
        {copy !== undefined && copy.labels.length > 0 && (
          <LabelCounts labels={copy.labels} schema={page?.schema} />
        )}
      </aside>
      {entry === undefined ? (
        <main class="document empty">
          <p>{session.status === 'reading' ? 'Reading\u2026' : 'No document to show.'}</p>
        </main>
      ) : (
        <DocumentView
          key={entry.index}
          entry={entry}
          page={page}
          session={session}
          actions={actions}
          images={images}
          onImages={onImages}
          position={position}
          count={shown.length}
          onStep={step}
        />
      )}
    </div>
  )
}

import { useMemo } from 'preact/hooks'
import type { DocumentPage } from '../document-page.ts'
import type { DocumentEntry } from '../protocol.ts'
import { copiesOf, type Session } from '../state/session.ts'
import type { Images } from '../state/use-images.ts'
import type { Actions } from '../state/use-session.ts'
import { ArrowOverlay } from './arrow-overlay.tsx'
import { BoxPages } from './box-pages.tsx'
import { DocumentComments } from './comments.tsx'
import { Details } from './details.tsx'
import { DocumentAnswers } from './document-answers.tsx'
import { useFocusedLabels } from './focused-labels.ts'
import { Pager } from './pager.tsx'
import { Relations } from './relations.tsx'
import { type Scene, sceneOf } from './scene.ts'
import { TableRows } from './table-rows.tsx'
import { TextRows } from './text-rows.tsx'
import { Timeline } from './timeline.tsx'
import { grouped } from './words.ts'

interface DocumentViewProps {
  readonly entry: DocumentEntry
  readonly page: DocumentPage | undefined
  readonly session: Session
  readonly actions: Actions
  readonly images: Images
  readonly onImages: (files: readonly File[]) => void
  /** Among the documents of the list, from 0; -1 when the filter hides it. */
  readonly position: number
  readonly count: number
  readonly onStep: (by: 1 | -1) => void
}

/** One document: its head, and its rows, boxes or times with all that is said about them. */
export function DocumentView(props: DocumentViewProps) {
  const { entry, page, session, actions, images, onImages, position, count, onStep } = props
  const scene = useMemo(() => page && sceneOf(page), [page])
  const { container, focused, listeners } = useFocusedLabels(scene, session.spot)
  const copies = copiesOf(session.documents, entry)
  const titleOf = ({ project, cabinet }: DocumentEntry): string =>
    session.projects[project]?.cabinets[cabinet]?.title ?? ''
  // Hovering changes the details only; the rows, of which there may be many, stay as they are.
  const body = useMemo(
    () => scene && <Body scene={scene} entry={entry} images={images} onImages={onImages} />,
    [scene, images],
  )
  return (
    <>
      <main class="document" ref={container} {...listeners}>
        <header class="document-head">
          <h2>
            <bdi>{entry.name}</bdi>
          </h2>
          <div class="stepper">
            <button type="button" onClick={() => onStep(-1)} disabled={position <= 0}>
              Previous <kbd>K</kbd>
            </button>
            <span class="position">
              {position + 1} / {grouped(count)}
            </span>
            <button type="button" onClick={() => onStep(1)} disabled={position >= count - 1}>
              Next <kbd>J</kbd>
            </button>
          </div>
          {copies.length > 1 && (
            <nav class="copy-tabs" aria-label="Copies of this document">
              {copies.map((copy) => (
                <button
                  type="button"
                  key={copy.index}
                  aria-current={copy.index === entry.index ? 'true' : undefined}
                  onClick={() => actions.chooseCopy(copy.project, copy.cabinet)}
                >
                  <span dir="auto">{titleOf(copy)}</span>
                </button>
              ))}
            </nav>
          )}
        </header>
        {body}
        {scene && <ArrowOverlay scene={scene} focused={focused} container={container} />}
        {page !== undefined && <Pager page={page} onRow={actions.chooseRow} />}
      </main>
      <Details scene={scene} focused={focused} />
    </>
  )
}

interface BodyProps {
  readonly scene: Scene
  readonly entry: DocumentEntry
  readonly images: Images
  readonly onImages: (files: readonly File[]) => void
}

function Body({ scene, entry, images, onImages }: BodyProps) {
  const { cells } = scene.page
  const tabular = scene.page.columns !== undefined || cells.some(({ column }) => column > 0)
  return (
    <>
      <DocumentAnswers scene={scene} />
      <DocumentComments scene={scene} />
      <BoxPages scene={scene} name={entry.name} images={images} onImages={onImages} />
      {cells.length > 0 && (tabular ? <TableRows scene={scene} /> : <TextRows scene={scene} />)}
      <Timeline scene={scene} />
      <Relations scene={scene} />
      {cells.length === 0 && scene.page.annotations.length === 0 && (
        <p class="nothing">This document holds no text and no labels.</p>
      )}
    </>
  )
}

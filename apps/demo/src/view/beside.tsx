import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { BesideView, CompareView } from '../comparison.ts'
import type { Session } from '../state/session.ts'
import type { Actions } from '../state/use-session.ts'
import { BesideRows } from './beside-rows.tsx'
import { copyLetter } from './compare-copies.tsx'
import { sidesOf } from './disagreement-list.tsx'
import { layerOf } from './layer.ts'
import { LayerText } from './layer-text.tsx'
import { Link } from './link.tsx'
import { matchWords } from './match-words.ts'
import { type Remark, sceneOf } from './scene.ts'
import { grouped } from './words.ts'

interface BesideProps {
  readonly session: Session
  readonly actions: Actions
  readonly comparison: CompareView
  /** Of the disagreement that is looked at. */
  readonly position: number
  readonly onStep: (by: 1 | -1) => void
}

/** A disagreement, with the copies of its document side by side or in one text. */
export function Beside({ session, actions, comparison, position, onStep }: BesideProps) {
  const { disagreements, documents, copies, project } = comparison
  const disagreement = disagreements[position]
  const document = disagreement && documents[disagreement.document]
  const held = copies.flatMap((copy, at) => {
    const index = document?.indexes[at] ?? -1
    return index === -1 ? [] : [{ copy, index }]
  })
  const row = disagreement?.row ?? 0
  const [inOne, setInOne] = useState(false)
  useEffect(() => {
    // A few rows before it, so that it stands in its surroundings.
    const first = Math.max(0, row - 2)
    actions.showBeside(
      held.map(({ index }) => index),
      first,
    )
  }, [document, row, session.pseudonyms])
  const { beside } = session.compare
  const fits = beside?.pages.every((page, at) => page.document === held[at]?.index)
    ? beside
    : undefined
  const letters = held.map(({ copy }) => copyLetter(copies, copy) ?? '')
  const titles = held.map(({ copy }) => session.projects[project]?.cabinets[copy]?.title ?? '')
  const ids = [disagreement?.one?.id, disagreement?.other?.id]
  const frame = useMarked(fits, ids, inOne)
  const scenes = useMemo(() => fits && scenesOf(fits), [fits])
  const layer = useMemo(() => fits && layerOf(fits, letters), [fits, letters.join('')])
  if (disagreement === undefined || document === undefined) return null
  return (
    <div class="beside" ref={frame}>
      <header class="document-head">
        <h2>
          <bdi>{document.name}</bdi>
        </h2>
        <div class="stepper">
          <Link class="button small" session={session} to={{ disagreement: undefined }}>
            All figures
          </Link>
          <button type="button" onClick={() => onStep(-1)} disabled={position === 0}>
            Previous <kbd>P</kbd>
          </button>
          <span class="position">
            {grouped(position + 1)} / {grouped(disagreements.length)}
          </span>
          <button
            type="button"
            onClick={() => onStep(1)}
            disabled={position >= disagreements.length - 1}
          >
            Next <kbd>N</kbd>
          </button>
        </div>
      </header>
      <p class="verdict-line" role="status">
        <span class={`kind ${disagreement.type}`}>{matchWords[disagreement.type]}</span>
        {sidesOf(comparison, disagreement).map(({ letter, said }) => (
          <span key={letter}>
            <span class="copy-letter">{letter}</span>{' '}
            {said === undefined ? (
              'says nothing'
            ) : (
              <>
                <b dir="auto">{said.label}</b> <q dir="auto">{said.text}</q>
              </>
            )}
          </span>
        ))}
      </p>
      <fieldset class="ways">
        <legend class="visually-hidden">How copies are shown</legend>
        {(['Side by side', 'In one text'] as const).map((title, at) => (
          <label key={title}>
            <input
              type="radio"
              name="way"
              checked={inOne === (at === 1)}
              onChange={() => setInOne(at === 1)}
            />
            {title}
          </label>
        ))}
      </fieldset>
      {scenes !== undefined && !inOne && (
        <BesideRows scenes={scenes} titles={titles} letters={letters} />
      )}
      {layer !== undefined && inOne && (
        <LayerText layer={layer} titles={titles} letters={letters} />
      )}
    </div>
  )
}

function scenesOf({ pages, marks }: BesideView) {
  return pages.map((page, at) => {
    const remarks = Object.entries(marks[at] ?? {}).map(([id, type]): [string, Remark] => [
      id,
      { type },
    ])
    return sceneOf(page, new Map(remarks))
  })
}

/** Marks the statements of a disagreement and brings them into sight. */
function useMarked(
  fits: BesideView | undefined,
  ids: readonly (string | undefined)[],
  inOne: boolean,
) {
  const frame = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const found = [...(frame.current?.querySelectorAll('[data-statement]') ?? [])].filter(
      (element) => ids.includes(element.getAttribute('data-statement') ?? ''),
    )
    for (const element of found) element.classList.add('looked-at')
    found[0]?.scrollIntoView({ block: 'center' })
    return () => {
      for (const element of found) element.classList.remove('looked-at')
    }
  }, [fits, ids.join(' '), inOne])
  return frame
}

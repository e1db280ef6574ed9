import { useEffect, useRef, useState } from 'preact/hooks'
import type { CompareView, Disagreement, Said } from '../comparison.ts'
import type { Session } from '../state/session.ts'
import type { Actions } from '../state/use-session.ts'
import { copyLetter } from './compare-copies.tsx'
import { windowOf } from './list-window.ts'
import { disagreementTypes, matchWords } from './match-words.ts'
import { counted, grouped } from './words.ts'

interface DisagreementListProps {
  readonly session: Session
  readonly actions: Actions
  readonly comparison: CompareView
}

/** The height of a line, in pixels; the style sheet says the same. */
const lineHeight = 62

/** Every place where copies do not say the same, one click away. */
export function DisagreementList({ session, actions, comparison }: DisagreementListProps) {
  const { disagreements, disagreementCount, documents } = comparison
  const [type, setType] = useState<Disagreement['type']>()
  const box = useRef<HTMLDivElement>(null)
  const [view, setView] = useState({ top: 0, height: 600 })
  const shown = disagreements.flatMap((disagreement, position) =>
    type === undefined || disagreement.type === type ? [{ disagreement, position }] : [],
  )
  const { first, last } = windowOf(view, lineHeight, shown.length)
  const chosen = session.compare.disagreement
  const line = shown.findIndex(({ position }) => position === chosen)
  useEffect(() => {
    const { current } = box
    if (current === null || line === -1) return
    const top = line * lineHeight
    if (top < current.scrollTop) current.scrollTop = top
    const overhang = top + lineHeight - current.clientHeight
    if (overhang > current.scrollTop) current.scrollTop = overhang
  }, [line])
  return (
    <section class="documents" aria-label="Disagreements">
      <label class="field filter">
        <span class="visually-hidden">Kind of disagreement</span>
        <select
          value={type ?? ''}
          onChange={({ currentTarget: { value } }) =>
            setType(disagreementTypes.find((one) => one === value))
          }
        >
          <option value="">{counted(disagreementCount, 'disagreement')}</option>
          {disagreementTypes.map((one) => (
            <option key={one} value={one}>
              {matchWords[one]} ({disagreements.filter((each) => each.type === one).length})
            </option>
          ))}
        </select>
      </label>
      <div
        class="document-list disagreements"
        ref={box}
        onScroll={({ currentTarget: { scrollTop: top, clientHeight: height } }) =>
          setView({ top, height })
        }
      >
        <ul style={{ height: `${shown.length * lineHeight}px` }}>
          {shown.slice(first, last).map(({ disagreement, position }, at) => (
            <li key={position} style={{ top: `${(first + at) * lineHeight}px` }}>
              <button
                type="button"
                aria-current={position === chosen ? 'true' : undefined}
                onClick={() => actions.chooseDisagreement(position)}
              >
                <span class="document-name">
                  <span class={`kind ${disagreement.type}`}>{matchWords[disagreement.type]}</span>{' '}
                  <bdi>{(disagreement.one ?? disagreement.other)?.text}</bdi>
                </span>
                <span class="document-counts">
                  {sidesOf(comparison, disagreement).map(({ letter, said }) => (
                    <span key={letter}>
                      <span class="copy-letter">{letter}</span> <bdi>
                        {said?.label ?? '\u2013'}
                      </bdi>{' '}
                    </span>
                  ))}
                </span>
                <span class="document-counts">
                  <bdi>{documents[disagreement.document]?.name}</bdi>
                </span>
              </button>
            </li>
          ))}
        </ul>
        {shown.length === 0 && <p class="nothing">These copies say the same.</p>}
        {disagreementCount > disagreements.length && (
          <p class="nothing">The first {grouped(disagreements.length)} are listed.</p>
        )}
      </div>
    </section>
  )
}

/** What each of the two copies of a disagreement says. */
export function sidesOf(
  { pairs, copies }: CompareView,
  { pair, one, other }: Disagreement,
): readonly { readonly letter: string; readonly said: Said | undefined }[] {
  const found = pairs[pair]
  if (found === undefined) return []
  return [
    { letter: copyLetter(copies, found.one) ?? '', said: one },
    { letter: copyLetter(copies, found.other) ?? '', said: other },
  ]
}

import { useEffect } from 'preact/hooks'
import type { Disagreement } from '../comparison.ts'
import { copiesToCompare, type Session } from '../state/session.ts'
import type { Actions } from '../state/use-session.ts'
import { AgreementFigures } from './agreement-figures.tsx'
import { Beside } from './beside.tsx'
import { CompareCopies } from './compare-copies.tsx'
import { DisagreementList } from './disagreement-list.tsx'
import { useKeys } from './keys.ts'

interface CompareViewProps {
  readonly session: Session
  readonly actions: Actions
}

/** Copies of a project against each other: how far they agree, and every place where they do not. */
export function CompareView({ session, actions }: CompareViewProps) {
  const { compare, status, opening, pseudonyms } = session
  const project = compare.project ?? session.project
  const copies = copiesToCompare(session)
  const { comparison, disagreement } = compare
  const fits =
    comparison?.project === project && String(comparison.copies) === String(copies)
      ? comparison
      : undefined
  useEffect(() => {
    if (status === 'open' && copies.length > 1) actions.compare(project, copies)
  }, [project, String(copies), status, opening, pseudonyms])
  const count = fits?.disagreements.length ?? 0
  const step = (by: 1 | -1): void => {
    const next = disagreement === undefined ? (by === 1 ? 0 : -1) : disagreement + by
    if (next >= 0 && next < count) actions.chooseDisagreement(next)
  }
  const stepDocument = (by: 1 | -1): void => {
    const all = fits?.disagreements ?? []
    const next = firstOfDocument(all, disagreement, by)
    if (next !== undefined) actions.chooseDisagreement(next)
  }
  useKeys({
    n: () => step(1),
    p: () => step(-1),
    j: () => stepDocument(1),
    k: () => stepDocument(-1),
  })

  return (
    <div class="compare">
      <aside class="side" aria-label="What is compared">
        <CompareCopies session={session} project={project} copies={copies} actions={actions} />
        {fits !== undefined && (
          <DisagreementList session={session} comparison={fits} actions={actions} />
        )}
      </aside>
      <main class="compare-main">
        {copies.length < 2 ? (
          <p class="nothing">
            This project has one copy only; there is nothing to compare it with.
          </p>
        ) : fits === undefined ? (
          <p class="nothing" role="status">
            {status === 'reading' ? 'Compared when everything has been read.' : 'Comparing\u2026'}
          </p>
        ) : disagreement === undefined || fits.disagreements[disagreement] === undefined ? (
          <AgreementFigures session={session} comparison={fits} />
        ) : (
          <Beside
            session={session}
            actions={actions}
            comparison={fits}
            position={disagreement}
            onStep={step}
          />
        )}
      </main>
    </div>
  )
}

/** The first disagreement of the next or the previous document that has some. Undefined at either end. */
export function firstOfDocument(
  all: readonly Pick<Disagreement, 'document'>[],
  from: number | undefined,
  by: 1 | -1,
): number | undefined {
  if (from === undefined) return all.length === 0 ? undefined : 0
  const here = all[from]?.document ?? -1
  const near =
    by === 1
      ? all.find(({ document }) => document > here)
      : all.findLast(({ document }) => document < here)
  const found = all.findIndex(({ document }) => document === near?.document)
  return found === -1 ? undefined : found
}

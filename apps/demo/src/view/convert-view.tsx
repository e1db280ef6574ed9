import { useEffect } from 'preact/hooks'
import type { ConversionChoice } from '../conversion-view.ts'
import type { Session } from '../state/session.ts'
import type { Actions } from '../state/use-session.ts'
import { CommandLine } from './command-line.tsx'
import { ConvertActions } from './convert-actions.tsx'
import { ConvertForm } from './convert-form.tsx'
import { DiagnosticList } from './diagnostic-list.tsx'
import { PlanRanking } from './plan-ranking.tsx'
import { StepAccounts } from './step-accounts.tsx'
import { suggestedTargets } from './suggested-targets.ts'
import { TargetOutcome } from './target-outcome.tsx'
import { counted } from './words.ts'

interface ConvertViewProps {
  readonly session: Session
  readonly actions: Actions
  /** Absent until the person chose something. */
  readonly chosen: ConversionChoice | undefined
  readonly onChoose: (choice: ConversionChoice) => void
}

/** Choosing what to write, seeing what it costs, and getting it. */
export function ConvertView({ session, actions, chosen, onChoose }: ConvertViewProps) {
  const { catalog, status, conversion, project } = session
  const choice = chosen ?? { project, cabinet: 'review', targets: [], preparation: {} }
  const undecided = choice.targets.length === 0
  const planned = undecided ? { ...choice, targets: suggestedTargets(session, choice) } : choice
  useEffect(() => {
    if (status === 'open' && catalog !== undefined) actions.plan(planned, !undecided)
  }, [JSON.stringify(planned), undecided, status, catalog])

  const { plan, result, running, failure } = conversion
  const titleOf = (id: string): string =>
    catalog?.writable.find((one) => one.id === id)?.title ?? id
  return (
    <main class="convert">
      <ConvertForm session={session} choice={choice} onChoose={onChoose} />
      <section class="convert-outcome" aria-label="What it costs" aria-busy={running !== undefined}>
        {status === 'reading' && (
          <p class="lead">The plan is made when everything has been read.</p>
        )}
        {failure !== undefined && <DiagnosticList diagnostics={[failure]} />}
        {plan === undefined && running === 'plan' && (
          <p class="lead" role="status">
            Rehearsing{'\u2026'}
          </p>
        )}
        {plan !== undefined && (
          <>
            <header class="outcome-head">
              <h2>
                {undecided
                  ? 'What each would cost'
                  : result === undefined
                    ? 'What it will cost'
                    : 'What became of it'}
              </h2>
              <p class="lead">
                {counted(plan.documents, 'document')}
                {undecided ? (
                  '. Choose what to write; those that lose least come first.'
                ) : (
                  <>
                    {' '}
                    to <b>{plan.choice.targets.map(({ format }) => titleOf(format)).join(', ')}</b>
                  </>
                )}
              </p>
            </header>
            {!undecided && (
              <ConvertActions
                conversion={conversion}
                empty={plan.documents === 0 || plan.targets.length === 0}
                onConvert={(folder) => actions.convert(choice, folder)}
                onStop={() => actions.cancel(conversion.job)}
                onTrouble={(message) => actions.complain('engine/no-folder', message)}
              />
            )}
            {(undecided || plan.targets.length > 1) && (
              <PlanRanking
                plan={plan}
                titleOf={titleOf}
                {...(undecided && {
                  onChoose: (id) => onChoose({ ...choice, targets: [{ format: id, options: {} }] }),
                })}
              />
            )}
            {plan.refused.map(({ format, diagnostic }) => (
              <section key={format} class="refused" aria-label={titleOf(format)}>
                <h3>{titleOf(format)} cannot be written</h3>
                <DiagnosticList diagnostics={[diagnostic]} />
              </section>
            ))}
            <StepAccounts steps={plan.steps} />
            {!undecided &&
              plan.targets.map((one) => (
                <TargetOutcome
                  key={one.format}
                  session={session}
                  choice={choice}
                  plan={one}
                  result={result?.targets.find(({ format }) => format === one.format)}
                  alone={plan.targets.length === 1}
                  onChoose={onChoose}
                />
              ))}
            <DiagnosticList diagnostics={result?.diagnostics ?? plan.diagnostics} />
            {!undecided && <CommandLine commands={plan.commands} notes={plan.commandNotes} />}
          </>
        )}
      </section>
    </main>
  )
}

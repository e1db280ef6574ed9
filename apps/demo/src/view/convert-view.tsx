import { useEffect } from 'preact/hooks'
import type { ConversionChoice } from '../conversion-view.ts'
import type { WritableFormat } from '../protocol.ts'
import type { Session } from '../state/session.ts'
import type { Actions } from '../state/use-session.ts'
import { ChooseCopies } from './choose-copies.tsx'
import { ChooseFormat } from './choose-format.tsx'
import { CommandLine } from './command-line.tsx'
import { DiagnosticList } from './diagnostic-list.tsx'
import { Downloads } from './downloads.tsx'
import { LedgerTable } from './ledger-table.tsx'
import { LossList } from './loss-list.tsx'
import { lossPlace } from './loss-place.ts'
import { OptionFields } from './option-fields.tsx'
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
  const { catalog, status, conversion } = session
  const writable = catalog?.writable ?? []
  const choice = chosen ?? firstChoice(session)
  const format = writable.find(({ id }) => id === choice.format)
  const change = (more: Partial<ConversionChoice>): void => onChoose({ ...choice, ...more })

  useEffect(() => {
    if (status === 'open' && format !== undefined) actions.plan(choice)
  }, [JSON.stringify(choice), status, format])

  if (format === undefined) return <main class="sheet-page">Nothing can be written here.</main>
  const { plan, result, running, failure } = conversion
  return (
    <main class="convert">
      <form class="convert-form" onSubmit={(event) => event.preventDefault()}>
        <h2>Convert</h2>
        <ChooseCopies session={session} choice={choice} onChange={change} />
        <ChooseFormat
          writable={writable}
          chosen={choice.format}
          onChoose={(id) => change({ format: id, options: {} })}
        />
        <OptionFields
          format={format.id}
          specs={format.options}
          values={choice.options}
          onChange={(options) => change({ options })}
        />
      </form>
      <section class="convert-outcome" aria-label="What it costs" aria-busy={running !== undefined}>
        {status === 'reading' && (
          <p class="lead">The plan is made when everything has been read.</p>
        )}
        {failure !== undefined && <DiagnosticList diagnostics={[failure]} />}
        {plan === undefined && running === 'plan' && <p class="lead">Rehearsing{'\u2026'}</p>}
        {plan !== undefined && (
          <>
            <header class="outcome-head">
              <h2>{result === undefined ? 'What it will cost' : 'What became of it'}</h2>
              <p class="lead">
                {counted(plan.documents, 'document')} to <b>{format.title}</b>
              </p>
            </header>
            {result === undefined ? (
              <div class="button-row">
                <button
                  type="button"
                  class="button primary"
                  disabled={running !== undefined || plan.documents === 0}
                  onClick={() => actions.convert(choice)}
                >
                  {running === 'convert' ? 'Converting\u2026' : 'Convert and download'}
                </button>
                {running !== undefined && (
                  <button
                    type="button"
                    class="button quiet"
                    onClick={() => actions.cancel(conversion.job)}
                  >
                    Stop
                  </button>
                )}
              </div>
            ) : (
              <Downloads result={result} />
            )}
            <LedgerTable ledger={result?.ledger ?? plan.ledger} />
            <LossList
              session={session}
              entries={(result?.ledger ?? plan.ledger).entries}
              features={plan.features}
              placeOf={({ document, id }, type) => lossPlace(session, choice, document, id, type)}
            />
            <DiagnosticList diagnostics={result?.diagnostics ?? plan.diagnostics} />
            <Unverified format={format} />
            <CommandLine command={plan.command} notes={plan.commandNotes} />
          </>
        )}
      </section>
    </main>
  )
}

function Unverified({ format: { unverified } }: { readonly format: WritableFormat }) {
  if (unverified.length === 0) return null
  return (
    <details class="unverified">
      <summary>Nobody has seen all of this in a real file yet</summary>
      <ul>
        {unverified.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </details>
  )
}

/**
 * What people look at is what they most likely want to convert: the review of its project, into the target made
 * for this kind of labeling that has room for the most.
 */
function firstChoice({ catalog, documents, selected = 0, project }: Session): ConversionChoice {
  const task = documents[selected]?.tasks[0]
  const [format] = (catalog?.writable ?? [])
    .filter(({ tasks }) => task === undefined || tasks.includes(task))
    .sort((a, b) => rank(b) - rank(a))
  return { project, cabinet: 'review', format: format?.id ?? '', options: {} }
}

function rank({ kind, tasks }: WritableFormat): number {
  return tasks.length + (kind === 'target' ? 100 : 0)
}

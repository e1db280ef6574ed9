import { useMemo } from 'preact/hooks'
import { holding, inScope } from '../state/filter.ts'
import type { Session } from '../state/session.ts'
import { sorted } from '../state/sorting.ts'
import type { Actions } from '../state/use-session.ts'
import { CopiesTable } from './copies-table.tsx'
import { DocumentTable } from './document-table.tsx'
import { Figures } from './figures.tsx'
import { LabelBars } from './label-bars.tsx'
import { LengthBars } from './length-bars.tsx'
import { LookHereFirst } from './look-here-first.tsx'
import { overviewOf } from './overview.ts'
import { People } from './people.tsx'
import { ScopePicker } from './scope-picker.tsx'
import { TableFilter } from './table-filter.tsx'

interface OverviewViewProps {
  readonly session: Session
  readonly actions: Actions
}

/** The whole export in numbers, each of which leads to the documents behind it. */
export function OverviewView({ session, actions }: OverviewViewProps) {
  const { documents, projects, filter, sorting, register } = session
  const { project, cabinet, copies } = filter
  const scope = useMemo(
    () => inScope(documents, projects, filter),
    [documents, projects, project, cabinet, copies],
  )
  const overview = useMemo(() => overviewOf(scope, register), [scope, register])
  const listed = useMemo(
    () => sorted(holding(scope, filter), sorting, projects),
    [scope, filter, sorting, projects],
  )
  return (
    <main class="overview">
      <header class="overview-head">
        <h2>Overview</h2>
        <ScopePicker session={session} onChange={(next) => actions.filter(next, sorting)} />
        <label class="check">
          <input
            type="checkbox"
            checked={session.pseudonyms}
            onChange={(event) => actions.usePseudonyms(event.currentTarget.checked)}
          />
          Pseudonyms
        </label>
      </header>
      <Figures session={session} overview={overview} />
      <div class="overview-grid">
        <LabelBars session={session} bars={overview.labels} />
        <div class="overview-side">
          <LookHereFirst session={session} documents={scope} />
          <CopiesTable session={session} />
          <People session={session} people={overview.people} />
          <LengthBars session={session} lengths={overview.lengths} />
        </div>
      </div>
      <section class="overview-documents" aria-labelledby="documents-title">
        <TableFilter session={session} shown={listed.length} of={scope.length} actions={actions} />
        <DocumentTable session={session} documents={listed} actions={actions} />
      </section>
    </main>
  )
}

import type { ConversionChoice, TargetChoice } from '../conversion-view.ts'
import { everyProject } from '../protocol.ts'
import type { Session } from '../state/session.ts'

/** The training targets made for the kinds of labeling there are, for comparing them before any is chosen. */
export function suggestedTargets(
  { catalog, documents }: Pick<Session, 'catalog' | 'documents'>,
  { project }: Pick<ConversionChoice, 'project'>,
): readonly TargetChoice[] {
  const found = new Set(
    documents
      .filter((entry) => project === everyProject || entry.project === project)
      .flatMap(({ tasks }) => tasks),
  )
  return (catalog?.writable ?? [])
    .filter(({ kind, tasks }) => kind === 'target' && tasks.some((task) => found.has(task)))
    .map(({ id }) => ({ format: id, options: {} }))
}

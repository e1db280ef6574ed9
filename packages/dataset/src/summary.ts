import type { Cabinet, LabeledDocument, Project, Task } from '@labelport/model'
import { type LabelCount, openLabelTally } from './labels.ts'
import { addTotals, noTotals, type Totals, totalsOf } from './totals.ts'

/** What is in a stream of documents. */
export interface Summary {
  readonly totals: Totals
  /** In the order they were met. Cabinets of different projects are different. */
  readonly cabinets: readonly CabinetSummary[]
  /** In the order they were met. */
  readonly projects: readonly ProjectSummary[]
  readonly labels: readonly LabelCount[]
  readonly tasks: readonly Task[]
}

/** The documents of one copy of one project. */
export interface CabinetSummary extends Cabinet {
  /** The name of the project, else its id. */
  readonly project?: string
  readonly totals: Totals
}

/** The documents of one project. */
export interface ProjectSummary extends Project {
  readonly totals: Totals
}

/** A summary that grows document by document. */
export interface SummaryTally {
  add(document: LabeledDocument): void
  summary(): Summary
}

/** Opens an empty summary. It keeps numbers only, so memory does not grow with the documents. */
export function openSummary(): SummaryTally {
  const totals = noTotals()
  const cabinets = new Map<string, CabinetSummary>()
  const projects = new Map<string, ProjectSummary>()
  const labels = openLabelTally()
  const tasks = new Set<Task>()
  return {
    add(document) {
      const { project, cabinet } = document
      const more = totalsOf(document)
      addTotals(totals, more)
      const projectKey = JSON.stringify([project?.id, project?.name])
      if (project !== undefined) {
        addTotals(
          entry(projects, projectKey, () => ({ ...project, totals: noTotals() })),
          more,
        )
      }
      if (cabinet !== undefined) {
        const { role, folder, user } = cabinet
        const key = JSON.stringify([
          projectKey,
          role,
          folder ?? [user?.id, user?.email, user?.name],
        ])
        const name = project?.name ?? project?.id
        const from = name === undefined ? {} : { project: name }
        addTotals(
          entry(cabinets, key, () => ({ ...from, ...cabinet, totals: noTotals() })),
          more,
        )
      }
      labels.add(document)
      for (const task of document.tasks) tasks.add(task)
    },
    summary: () => ({
      totals,
      cabinets: [...cabinets.values()],
      projects: [...projects.values()],
      labels: labels.counts(),
      tasks: [...tasks],
    }),
  }
}

/** Counts a stream of documents. */
export async function summarize(documents: AsyncIterable<LabeledDocument>): Promise<Summary> {
  const tally = openSummary()
  for await (const document of documents) tally.add(document)
  return tally.summary()
}

function entry<T extends { readonly totals: Totals }>(
  map: Map<string, T>,
  key: string,
  create: () => T,
): Totals {
  const found = map.get(key)
  if (found !== undefined) return found.totals
  const created = create()
  map.set(key, created)
  return created.totals
}

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

/** A summary that grows document by document, or by other summaries. */
export interface SummaryTally {
  add(document: LabeledDocument): void
  /** Adds what another tally has counted, as if its documents came next. */
  join(part: SummaryPart): void
  summary(): Summary
  /** What was counted so far, for `join`. Plain JSON. */
  part(): SummaryPart
}

/** What a tally has counted. */
export interface SummaryPart {
  readonly totals: Totals
  readonly cabinets: readonly (readonly [key: string, summary: CabinetSummary])[]
  readonly projects: readonly (readonly [key: string, summary: ProjectSummary])[]
  readonly labels: readonly LabelCount[]
  readonly tasks: readonly Task[]
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
    join(part) {
      addTotals(totals, part.totals)
      for (const [key, { totals: more, ...one }] of part.projects) {
        addTotals(
          entry(projects, key, () => ({ ...one, totals: noTotals() })),
          more,
        )
      }
      for (const [key, { totals: more, ...one }] of part.cabinets) {
        addTotals(
          entry(cabinets, key, () => ({ ...one, totals: noTotals() })),
          more,
        )
      }
      labels.join(part.labels)
      for (const task of part.tasks) tasks.add(task)
    },
    part: () => ({
      totals,
      cabinets: [...cabinets],
      projects: [...projects],
      labels: labels.counts(),
      tasks: [...tasks],
    }),
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

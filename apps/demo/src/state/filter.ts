import type { StatementType } from '@labelport/model'
import type { DocumentEntry, ProjectView } from '../protocol.ts'

/** What a document may hold. */
export type Holding =
  | Exclude<StatementType, 'cell'>
  | 'conflict'
  | 'rejected'
  | 'hidden'
  | 'nothing'

/** Whose copies are counted: `review` takes files in no cabinet too, as everywhere. */
export type CopyChoice = 'review' | 'labelers' | 'root' | 'all'

/** Which documents the overview counts and lists. */
export interface Filter {
  /** Part of the name; empty for all. */
  readonly text: string
  /** Index of a project. Absent means all. */
  readonly project?: number
  /** Index of a cabinet of that project. Absent means that `copies` decides. */
  readonly cabinet?: number
  readonly copies: CopyChoice
  readonly holds?: Holding
  /** Position of a label in the register. */
  readonly label?: number
  /** Position of a person in the register. */
  readonly person?: number
  /** Position of a bar of the histogram. */
  readonly length?: number
}

/** The review of everything: what a command without flags takes, too. */
export const wholeReview: Filter = { text: '', copies: 'review' }

/** The least numbers of characters of the histogram's bars. */
export const lengthSteps = [
  0, 1, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000,
] as const

/** The bar of the histogram a document belongs to. */
export function lengthStep(characters: number): number {
  let step = lengthSteps.length - 1
  while (step > 0 && characters < (lengthSteps[step] ?? 0)) step -= 1
  return step
}

/** The documents of the chosen project and copies, whatever they hold. */
export function inScope(
  documents: readonly DocumentEntry[],
  projects: readonly ProjectView[],
  { project, cabinet, copies }: Filter,
): readonly DocumentEntry[] {
  if (project === undefined && copies === 'all') return documents
  return documents.filter((entry) => {
    if (project !== undefined && entry.project !== project) return false
    if (cabinet !== undefined) return entry.cabinet === cabinet
    return copies === 'all' || copyChoice(projects, entry) === copies
  })
}

/** Whose copy a document is, as the choice names it. */
export function copyChoice(
  projects: readonly ProjectView[],
  { project, cabinet }: Pick<DocumentEntry, 'project' | 'cabinet'>,
): CopyChoice {
  const role = projects[project]?.cabinets[cabinet]?.cabinet?.role
  return role === 'labeler' ? 'labelers' : role === 'root' ? 'root' : 'review'
}

/** Those that have the wanted name and hold what is wanted. */
export function holding(
  documents: readonly DocumentEntry[],
  { text, holds, label, person, length }: Filter,
): readonly DocumentEntry[] {
  const wanted = text.trim().toLowerCase()
  return documents.filter(
    (entry) =>
      (wanted === '' || entry.name.toLowerCase().includes(wanted)) &&
      (holds === undefined || holdingCount(entry, holds) > 0) &&
      (label === undefined || entry.labels.some((one) => one.label === label)) &&
      (person === undefined || entry.makers.some((one) => one.person === person)) &&
      (length === undefined || lengthStep(entry.characters) === length),
  )
}

/** How much of something a document holds. */
export function holdingCount(entry: DocumentEntry, holds: Holding): number {
  switch (holds) {
    case 'conflict':
      return entry.conflicts
    case 'rejected':
      return entry.rejected
    case 'hidden':
      return entry.hidden
    case 'nothing': {
      const { span, relation, answer, box, timestamp } = entry.counts
      return span + relation + answer + box + timestamp === 0 ? 1 : 0
    }
    default:
      return entry.counts[holds]
  }
}

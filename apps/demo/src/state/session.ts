import type { ReadProgress } from '@labelport/archive'
import type { Diagnostic } from '@labelport/format'
import type {
  CatalogView,
  ConversionView,
  DocumentEntry,
  DocumentPage,
  PlanView,
  ProjectView,
} from '../protocol.ts'

/** The parts of the workspace. */
export type Tab = 'documents' | 'convert' | 'problems'

/** Everything the page shows. */
export interface Session {
  /** Absent until the worker is ready. */
  readonly catalog?: CatalogView
  /** The latest job that opens something; its messages are the ones that count. */
  readonly opening?: number
  readonly status: 'empty' | 'reading' | 'open'
  /** What was handed in, in words. */
  readonly name: string
  readonly progress?: ReadProgress
  readonly projects: readonly ProjectView[]
  readonly documents: readonly DocumentEntry[]
  readonly diagnostics: readonly Diagnostic[]
  /** How many diagnostics there were; only the first ones are kept. */
  readonly diagnosticCount: number
  readonly tab: Tab
  readonly project: number
  readonly cabinet: number
  /** Whether the person chose a copy; until then the review is shown as soon as it turns up. */
  readonly chosen: boolean
  readonly selected?: number
  readonly page?: DocumentPage
  readonly conversion: ConversionState
}

/** How far a conversion is. */
export interface ConversionState {
  /** The latest job; answers to others came too late. */
  readonly job?: number
  readonly running?: 'plan' | 'convert'
  readonly plan?: PlanView
  readonly result?: ConversionView
  readonly failure?: Diagnostic
}

/** A page on which nothing was opened. */
export const emptySession: Session = {
  status: 'empty',
  name: '',
  projects: [],
  documents: [],
  diagnostics: [],
  diagnosticCount: 0,
  tab: 'documents',
  project: 0,
  cabinet: 0,
  chosen: false,
  conversion: {},
}

/** The documents of the chosen copy, in the order of the export. */
export function shownDocuments({ documents, project, cabinet }: Session): readonly DocumentEntry[] {
  return documents.filter((one) => one.project === project && one.cabinet === cabinet)
}

/** The other copies of a document's file in its project, itself included. */
export function copiesOf(
  documents: readonly DocumentEntry[],
  { project, name, part, segment }: DocumentEntry,
): readonly DocumentEntry[] {
  return documents.filter(
    (one) =>
      one.project === project &&
      one.name === name &&
      one.part === part &&
      one.segment?.index === segment?.index,
  )
}

import type { ReadProgress } from '@labelport/archive'
import type { Diagnostic } from '@labelport/format'
import type { BesideView, CompareView } from '../comparison.ts'
import type { ConversionView, PlanView } from '../conversion-view.ts'
import type { DocumentPage } from '../document-page.ts'
import type {
  CatalogView,
  DocumentEntry,
  Explanations,
  ProjectView,
  Register,
  Spot,
} from '../protocol.ts'
import type { SampleName } from '../sample/sample-name.ts'
import { type Filter, wholeReview } from './filter.ts'
import type { Place } from './place.ts'
import type { Sorting } from './sorting.ts'

/** The parts of the workspace. */
export type Tab = 'overview' | 'documents' | 'compare' | 'convert' | 'problems'

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
  readonly register: Register
  /** The built-in sample that is open. Absent when it is none. */
  readonly sample?: SampleName
  readonly pseudonyms: boolean
  readonly diagnostics: readonly Diagnostic[]
  /** How many diagnostics there were; only the first ones are kept. */
  readonly diagnosticCount: number
  /** What their codes mean, as far as the worker has told. */
  readonly explanations: Explanations
  readonly tab: Tab
  readonly project: number
  readonly cabinet: number
  /** Whether the person chose a copy; until then the review is shown as soon as it turns up. */
  readonly chosen: boolean
  readonly selected?: number
  readonly spot?: Spot
  /** A place to go to as soon as it has been read. */
  readonly awaited?: Place
  readonly filter: Filter
  readonly sorting?: Sorting
  readonly compare: CompareState
  readonly page?: DocumentPage
  readonly conversion: ConversionState
}

/** What is compared. */
export interface CompareState {
  /** Index of a project. Absent until the person chose one: then it is that of the document. */
  readonly project?: number
  /** Indices of its cabinets. Absent until the person chose some. */
  readonly copies?: readonly number[]
  /** The latest job; answers to others came too late. */
  readonly job?: number
  readonly comparison?: CompareView
  /** Position among the disagreements. */
  readonly disagreement?: number
  readonly besideJob?: number
  readonly beside?: BesideView
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
  register: { labels: [], people: [] },
  pseudonyms: false,
  filter: wholeReview,
  compare: {},
  diagnostics: [],
  diagnosticCount: 0,
  explanations: {},
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

/** Where the person is. */
export function placeOf(session: Session): Place {
  const { tab, sample, selected, spot, filter, sorting, project, compare, awaited } = session
  if (awaited !== undefined) return awaited
  return {
    tab,
    filter,
    project: compare.project ?? project,
    ...(sample === undefined ? {} : { sample }),
    ...(selected === undefined ? {} : { document: selected }),
    ...(spot === undefined ? {} : { spot }),
    ...(sorting === undefined ? {} : { sorting }),
    ...(compare.copies === undefined ? {} : { copies: compare.copies }),
    ...(compare.disagreement === undefined ? {} : { disagreement: compare.disagreement }),
  }
}

/** The copies that are worth comparing at first: the labelers', else the review and one more. */
export function copiesToCompare({ projects, project, compare }: Session): readonly number[] {
  const cabinets = projects[compare.project ?? project]?.cabinets ?? []
  const chosen = compare.copies?.filter((copy) => copy < cabinets.length) ?? []
  if (chosen.length > 1) return chosen
  const having = (role: 'labeler' | 'review' | 'root'): readonly number[] =>
    cabinets.flatMap(({ cabinet }, index) => (cabinet?.role === role ? [index] : []))
  const labelers = having('labeler')
  if (labelers.length > 1) return labelers.slice(0, 4)
  return [...having('review'), ...labelers, ...having('root')].slice(0, 2)
}

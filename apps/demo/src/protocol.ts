import type { ReadProgress } from '@labelport/archive'
import type { LabelCount, Totals } from '@labelport/dataset'
import type { Diagnostic, OptionSpec } from '@labelport/format'
import type {
  Cabinet,
  LabelSchema,
  Project,
  Segment,
  StatementCounts,
  Task,
} from '@labelport/model'
import type { BesideView, CompareView } from './comparison.ts'
import type { ConversionChoice, ConversionView, PlanView } from './conversion-view.ts'
import type { DocumentPage } from './document-page.ts'
import type { SampleName } from './sample/sample-name.ts'

/** What a person handed to the page: a single file (a zip among them) or the files of a folder. */
export type Handed =
  | { readonly type: 'file'; readonly name: string; readonly blob: Blob }
  | { readonly type: 'folder'; readonly name: string; readonly files: readonly HandedFile[] }

/** A file of a folder; its path starts below the folder. */
export interface HandedFile {
  readonly path: string
  readonly blob: Blob
}

/** What the page asks of the worker. Answers carry the same `job`. */
export type Request = {
  readonly job: number
} /** `workers` is how many read it; absent means as many as pay. */ & (
  | { readonly type: 'open'; readonly handed: readonly Handed[]; readonly workers?: number }
  | { readonly type: 'open-sample'; readonly sample: SampleName }
  /** What was opened last, read another way. */
  | { readonly type: 'read-again'; readonly options: ReadingOptions }
  /** `row` is a position among the document's rows, from 0; a spot in the document goes before it. */
  | {
      readonly type: 'page'
      readonly document: number
      readonly row: number
      readonly spot?: Spot
    }
  /** Names become numbers, or names again. */
  | { readonly type: 'pseudonyms'; readonly wanted: boolean }
  | { readonly type: 'compare'; readonly project: number; readonly copies: readonly number[] }
  /** Copies of one document, by their positions in the library; `row` as for a page. */
  | { readonly type: 'beside'; readonly documents: readonly number[]; readonly row: number }
  /** Where `tryOptions` is set, options that would lose less are looked for, in a second answer. */
  | { readonly type: 'plan'; readonly choice: ConversionChoice; readonly tryOptions: boolean }
  /** Into a zip, unless a folder is given. */
  | {
      readonly type: 'convert'
      readonly choice: ConversionChoice
      readonly folder?: FileSystemDirectoryHandle
    }
  | { readonly type: 'cancel' }
)

/** What the worker that answers the page is told of workers the page hired for it, by number from 0. */
export type Staffing =
  | { readonly type: 'hired'; readonly number: number; readonly port: MessagePort }
  | { readonly type: 'ended'; readonly number: number }

/** What a hired worker is told: where its questions come from. */
export interface ToReader {
  readonly port: MessagePort
}

/** A statement, or a piece of text, of a document. */
export type Spot =
  | { readonly type: 'annotation'; readonly id: string }
  | { readonly type: 'cell'; readonly cell: number }

/** Options of formats for reading, by format id, as a command line would give them. */
export type ReadingOptions = Readonly<Record<string, Readonly<Record<string, string>>>>

/** Stands for all projects where the index of one is expected. */
export const everyProject = -1

/** What the worker tells the page. */
export type Message =
  | { readonly type: 'ready'; readonly catalog: CatalogView }
  | { readonly type: 'explained'; readonly explanations: Explanations }
  /** How many workers it needs besides itself; the page starts and ends them. */
  | { readonly type: 'hire'; readonly count: number }
  /** Nothing of what was open can be shown any more. */
  | { readonly type: 'lost'; readonly diagnostic: Diagnostic }
  | ({ readonly job: number } & (
      | { readonly type: 'progress'; readonly progress: ReadProgress }
      /** `projects` as far as they are known by now. */
      | {
          readonly type: 'found'
          readonly documents: readonly DocumentEntry[]
          readonly projects: readonly ProjectView[]
          readonly register: Register
        }
      | { readonly type: 'diagnostics'; readonly diagnostics: readonly Diagnostic[] }
      | {
          readonly type: 'opened'
          readonly projects: readonly ProjectView[]
          readonly register: Register
        }
      /** The same people and copies, under other names. */
      | {
          readonly type: 'renamed'
          readonly projects: readonly ProjectView[]
          readonly register: Register
        }
      | { readonly type: 'page'; readonly page: DocumentPage }
      | { readonly type: 'compared'; readonly comparison: CompareView }
      | { readonly type: 'beside'; readonly beside: BesideView }
      | { readonly type: 'planned'; readonly plan: PlanView }
      | { readonly type: 'converted'; readonly result: ConversionView }
      | { readonly type: 'failed'; readonly diagnostic: Diagnostic }
      | { readonly type: 'cancelled' }
    ))

/** Meaning and advice by the code of a diagnostic. */
export type Explanations = Readonly<
  Record<string, { readonly meaning: string; readonly advice: string }>
>

/** The formats the page can read and write, as far as the page needs to know them. */
export interface CatalogView {
  readonly readable: readonly ReadableFormat[]
  readonly writable: readonly WritableFormat[]
}

/** A format that can be read. */
export interface ReadableFormat {
  readonly id: string
  readonly title: string
  readonly options: readonly OptionSpec[]
}

/** A format that can be written. */
export interface WritableFormat {
  readonly id: string
  readonly title: string
  /** `target`: made for training. `format`: one of the platform's own, or labelport's. */
  readonly kind: 'target' | 'format'
  readonly tasks: readonly Task[]
  readonly options: readonly OptionSpec[]
  readonly unverified: readonly string[]
}

/** A project of the export and whose copies of it there are. */
export interface ProjectView {
  readonly project: Project
  readonly title: string
  /** The fullest one of its documents, for names and colours. */
  readonly schema: LabelSchema
  readonly cabinets: readonly CabinetView[]
}

/** One copy of a project. */
export interface CabinetView {
  /** Absent when the files lie in no cabinet. */
  readonly cabinet?: Cabinet
  readonly title: string
  readonly documents: number
  readonly totals: Totals
  readonly labels: readonly LabelCount[]
}

/** What the numbers in document entries stand for. */
export interface Register {
  readonly labels: readonly LabelView[]
  readonly people: readonly PersonView[]
}

/** A label by its names, as a summary counts it. */
export type LabelView = Omit<LabelCount, 'count'>

/** Somebody who is named in the export. */
export interface PersonView {
  readonly name: string
  /** Whether a copy of a project is theirs. */
  readonly labels: boolean
}

/** A document in the list. */
export interface DocumentEntry {
  /** Position in the order of reading, from 0. */
  readonly index: number
  readonly project: number
  /** Index into the project's cabinets. */
  readonly cabinet: number
  readonly name: string
  readonly part?: number
  readonly segment?: Segment
  readonly tasks: readonly Task[]
  readonly rows: number
  readonly tokens: number
  /** Cells that are hidden or deleted. */
  readonly hidden: number
  /** Of all cells, in UTF-16 code units. */
  readonly characters: number
  readonly counts: StatementCounts
  /** Annotations labelers disagree about and nobody has decided. */
  readonly conflicts: number
  readonly rejected: number
  /** `label` is a position in the register. */
  readonly labels: readonly { readonly label: number; readonly count: number }[]
  /** Who made the annotations; `person` is a position in the register. */
  readonly makers: readonly {
    readonly person: number
    readonly made: number
    readonly rejected: number
  }[]
}

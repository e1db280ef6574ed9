import type { ReadProgress } from '@labelport/archive'
import type { FeatureLoss, LabelCount } from '@labelport/dataset'
import type { Diagnostic, Ledger, OptionSpec } from '@labelport/format'
import type {
  Annotation,
  Cabinet,
  Cell,
  Column,
  Comment,
  LabelSchema,
  Medium,
  Project,
  Segment,
  StatementCounts,
  Task,
} from '@labelport/model'

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
export type Request = { readonly job: number } & (
  | { readonly type: 'open'; readonly handed: readonly Handed[] }
  | { readonly type: 'open-sample' }
  /** What was opened last, read another way. */
  | { readonly type: 'read-again'; readonly options: ReadingOptions }
  /** `row` is a position among the document's rows, from 0. */
  | { readonly type: 'page'; readonly document: number; readonly row: number }
  | { readonly type: 'plan'; readonly choice: ConversionChoice }
  | { readonly type: 'convert'; readonly choice: ConversionChoice }
  | { readonly type: 'cancel' }
)

/** Options of formats for reading, by format id, as a command line would give them. */
export type ReadingOptions = Readonly<Record<string, Readonly<Record<string, string>>>>

/** Stands for all projects where the index of one is expected. */
export const everyProject = -1

/** What to convert, and into what. */
export interface ConversionChoice {
  /** Index of a project, or `everyProject`. */
  readonly project: number
  /** As `selectForWriting` understands it. */
  readonly cabinet: string
  readonly format: string
  /** Only those that differ from the defaults, as a command line would give them. */
  readonly options: Readonly<Record<string, string>>
}

/** What the worker tells the page. */
export type Message =
  | { readonly type: 'ready'; readonly catalog: CatalogView }
  | ({ readonly job: number } & (
      | { readonly type: 'progress'; readonly progress: ReadProgress }
      /** `projects` as far as they are known by now. */
      | {
          readonly type: 'found'
          readonly documents: readonly DocumentEntry[]
          readonly projects: readonly ProjectView[]
        }
      | { readonly type: 'diagnostics'; readonly diagnostics: readonly Diagnostic[] }
      | { readonly type: 'opened'; readonly projects: readonly ProjectView[] }
      | { readonly type: 'page'; readonly page: DocumentPage }
      | { readonly type: 'planned'; readonly plan: PlanView }
      | { readonly type: 'converted'; readonly result: ConversionView }
      | { readonly type: 'failed'; readonly diagnostic: Diagnostic }
      | { readonly type: 'cancelled' }
    ))

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
  readonly cabinets: readonly CabinetView[]
}

/** One copy of a project. */
export interface CabinetView {
  /** Absent when the files lie in no cabinet. */
  readonly cabinet?: Cabinet
  readonly title: string
  readonly documents: number
  readonly labels: readonly LabelCount[]
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
  readonly counts: StatementCounts
  /** Annotations labelers disagree about and nobody has decided. */
  readonly conflicts: number
}

/** A run of a document's rows, with everything that is said about them. */
export interface DocumentPage {
  readonly document: number
  /** Position of the first row among the document's rows, from 0. */
  readonly row: number
  /** How many rows a page holds at most. */
  readonly pageSize: number
  readonly rows: number
  readonly cells: readonly PageCell[]
  readonly columns?: readonly Column[]
  readonly media: readonly Medium[]
  /** Spans of these rows; everything else of the whole document. */
  readonly annotations: readonly Annotation[]
  /** Names for annotations that others refer to, by id. */
  readonly mentions: Readonly<Record<string, Mention>>
  readonly comments: readonly Comment[]
  readonly schema: LabelSchema
}

/** A cell without its tokens; `cell` is its index in the document. */
export interface PageCell extends Omit<Cell, 'tokens'> {
  readonly cell: number
  /** Set when the text was too long to show: its true length in UTF-16 code units. */
  readonly fullLength?: number
}

/** How an annotation is named where another refers to it. */
export interface Mention {
  readonly label: string
  readonly labelSet?: string
  /** Label id. */
  readonly id?: string
  readonly text: string
  readonly row?: number
}

/** What a conversion would do. */
export interface PlanView {
  readonly choice: ConversionChoice
  readonly documents: number
  readonly ledger: Ledger
  readonly features: readonly FeatureLoss[]
  readonly diagnostics: readonly Diagnostic[]
  readonly command: string
  /** In what the command would not do the same. */
  readonly commandNotes: readonly string[]
}

/** What a conversion did. */
export interface ConversionView {
  readonly choice: ConversionChoice
  readonly fileName: string
  readonly zip: Blob
  readonly files: readonly { readonly path: string; readonly bytes: number }[]
  readonly ledger: Ledger
  readonly diagnostics: readonly Diagnostic[]
}

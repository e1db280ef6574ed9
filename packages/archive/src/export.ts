import type { Format, PlaceInFile, RandomAccess, Report, Sequence, Source } from '@labelport/format'
import type { Cabinet, LabeledDocument, LabelSchema, Project, User } from '@labelport/model'
import type { ZipDirectory } from './zip/open-directory.ts'

/** Something a person hands in: a zip, the files of a folder, or a single file. */
export type ExportInput =
  | { readonly type: 'zip'; readonly name: string; readonly file: RandomAccess }
  | { readonly type: 'folder'; readonly name: string; readonly files: Sequence<Source> }
  | { readonly type: 'file'; readonly name: string; readonly file: Source }

/** The projects found in one or more inputs. */
export interface ExportSet {
  readonly projects: readonly ExportProject[]
  /** Of the zips among the inputs, in their order, for threads that open the same; see `OpenExportOptions`. */
  readonly directories?: readonly ZipDirectory[]
}

/** One project: the copies of its documents, by whose they are. */
export interface ExportProject {
  /** The top folder's name; the input's name when there is no top folder. */
  readonly folder: string
  /** From project-data.json where present, else what the folder's name tells. */
  readonly project: Project
  /** The people of project-data.json; empty when it says nothing. */
  readonly people: readonly Assignment[]
  readonly cabinets: readonly ExportCabinet[]
  /** Files that are neither documents nor known by name. */
  readonly others: Sequence<Source>
}

/** The documents of one copy, in the order of the archive. */
export interface ExportCabinet {
  /** Absent when the files lie in no folder of a cabinet. */
  readonly cabinet?: Cabinet
  readonly files: Sequence<Source>
}

/** A person's part in a project, as project-data.json tells it. */
export interface Assignment {
  readonly user: User
  /** `LABELER`, `REVIEWER`, `LABELER_AND_REVIEWER`, or a word not known here. */
  readonly role: string
  /** Absent when no documents are listed for the person. */
  readonly documents?: readonly { readonly name: string; readonly part: number }[]
}

/** How an export is read. */
export interface ReadExportOptions {
  readonly formats: readonly Format[]
  /** The format to read with; absent means by content. */
  readonly from?: Format
  /** Which copies to read; absent means all. */
  readonly cabinets?: (cabinet: Cabinet | undefined) => boolean
  /** Labels and questions known from elsewhere, handed to every reader. */
  readonly schema?: LabelSchema
  /** Texts that files only point into, such as those of the PLAIN export, when they lie elsewhere. */
  readonly texts?: readonly Source[]
  /** `path`: documents have the paths of their files as ids. Absent means those that files give them. */
  readonly ids?: 'path'
  readonly report: Report
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: ReadProgress) => void
  /**
   * Is handed each document with what it was read from, and hands back the one to yield. Absent means that nobody
   * asks; then no place is looked up.
   */
  readonly onDocument?: (
    document: LabeledDocument,
    from: ReadFrom,
  ) => LabeledDocument | Promise<LabeledDocument>
}

/** What a document was read from. */
export interface ReadFrom {
  readonly file: Source
  readonly format: Format
  /** Which document of the file it is, from 0; segments of one document share it. */
  readonly index: number
  /** Where a statement stands in the file, to be asked once; undefined when the format cannot tell. */
  placeOf(type: 'annotation' | 'comment', id: string): PlaceInFile | undefined
}

/** How far reading has come. */
export interface ReadProgress {
  readonly filesDone: number
  readonly filesTotal: number
  /** The file that is being read. */
  readonly path: string
}

import type { Annotation } from './annotation.ts'
import type { Comment } from './comment.ts'
import type { Medium } from './media.ts'
import type { Cabinet, Project } from './project.ts'
import type { LabelSchema } from './schema.ts'
import type { Tokens } from './tokens.ts'

/** What kind of labeling a document was made for. A mixed project lists several. */
export type Task = 'token' | 'row' | 'document' | 'box' | 'audio' | 'conversation'

/** What one format knows and the model does not, under that format's id. No other format reads it. */
export type Extra = Readonly<Record<string, unknown>>

/** One labeled file: its text and media, and every statement people made about it. */
export interface LabeledDocument {
  /** Unique within one cabinet of one project; differs between the cabinets' copies of a file. */
  readonly id: string
  /** The file's name as it was uploaded, with its ending. Copies of one file share it. */
  readonly name: string
  /** Datasaur's number of a file that was split at upload, from 0. Absent means not split. */
  readonly part?: number
  /** Set when a reader hands a file out in pieces to keep memory flat. Absent means whole. */
  readonly segment?: Segment
  readonly tasks: readonly Task[]
  /** Text in reading order. A sentence, a table cell and a chat turn are all cells. */
  readonly cells: readonly Cell[]
  /** The columns of a table, in order. Absent in documents that are not tables. */
  readonly columns?: readonly Column[]
  readonly media: readonly Medium[]
  readonly annotations: readonly Annotation[]
  readonly comments: readonly Comment[]
  /** Shared by reference between documents of one project. */
  readonly schema: LabelSchema
  readonly project?: Project
  /** Whose copy this is. Absent when the source does not say. */
  readonly cabinet?: Cabinet
  readonly extra?: Extra
}

/**
 * A run of a file's rows. Segments of one file come one after the other with the same `id`;
 * annotations refer to cells of their own segment only.
 */
export interface Segment {
  /** From 0. */
  readonly index: number
  readonly last: boolean
}

/** The smallest addressable piece of text. */
export interface Cell {
  /** From 0; counts on through the segments of a file. */
  readonly row: number
  /** From 0. Text documents have one column. */
  readonly column: number
  readonly text: string
  /** Absent means "not tokenized", which differs from "no tokens". */
  readonly tokens?: Tokens
  /** Absent means shown. */
  readonly status?: 'hidden' | 'deleted'
  /** Key and value pairs in source order; the speaker of a turn is the value of `speaker`. */
  readonly metadata?: readonly Metadata[]
}

/** A fact attached to a cell. */
export interface Metadata {
  readonly key: string
  readonly value: string
  readonly pinned?: boolean
  /** A MIME type. Absent means text/plain. */
  readonly type?: string
}

/** A column of a table. Names may repeat: columns are told apart by position. */
export interface Column {
  readonly name: string
  /** Absent means `data`. */
  readonly role?: 'data' | 'answer'
}

/** Who speaks in a turn of a conversation; undefined when the source does not say. */
export function speakerOf(cell: Cell): string | undefined {
  return cell.metadata?.find((entry) => entry.key === 'speaker')?.value
}

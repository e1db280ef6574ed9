import type { Annotation, Cell, Column, Comment, LabelSchema, Medium } from '@labelport/model'

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

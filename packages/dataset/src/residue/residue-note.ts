import type { LabeledDocument } from '@labelport/model'

/** Under this key of `extra` a residue keeps what ties it to what a format wrote. */
export const residueKey = 'residue'

/** What ties a residue to the document that a format's reader reads, called the read one here. */
export interface ResidueNote {
  /** Id of the format that was written. */
  readonly format: string
  /** What the reader calls the document. */
  readonly name: string
  /** Where the document is written when it is alone. */
  readonly files: readonly string[]
  /** Set when the files do not give back one document, and all of it stands here. */
  readonly unread?: true
  /** For each cell the read cell that has its text; -1 for those whose text stands here. */
  readonly cells: readonly number[]
  /** In the order of the source. */
  readonly annotations: readonly ResidueEntry[]
  /** In the order of the source. */
  readonly comments: readonly ResidueEntry[]
  /** What is read while nobody has touched the files. */
  readonly read: ReadFingerprints
}

/** A statement of the source: the id of one that stands here, or one that is read with these fields set anew. */
export type ResidueEntry = string | HeldStatement

/** A statement that the files hold. */
export interface HeldStatement {
  readonly id: string
  /** Index among what is read. */
  readonly held: number
  /** Fields the reader does not know, or reads otherwise. */
  readonly fields?: Readonly<Record<string, unknown>>
  /** Fields the reader sets and the source has not. */
  readonly without?: readonly string[]
}

/** Fingerprints of what is read, to find later what was edited. */
export interface ReadFingerprints {
  readonly cells: readonly string[]
  /** Of the statement, and of the thing it speaks about. */
  readonly annotations: readonly (readonly [statement: string, thing: string])[]
  readonly comments: readonly string[]
}

/** The note of a residue; undefined when the document is none. */
export function noteOf({ extra }: LabeledDocument): ResidueNote | undefined {
  const note = extra?.[residueKey]
  const isNote = typeof note === 'object' && note !== null && 'read' in note && 'cells' in note
  return isNote ? (note as unknown as ResidueNote) : undefined
}

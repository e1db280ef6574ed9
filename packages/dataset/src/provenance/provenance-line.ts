import type { PlaceInFile } from '@labelport/format'
import type { Annotation, Cabinet, Origin } from '@labelport/model'

/** A line of a provenance file, of which each shard has its own: a header, then each document's lines before those of its statements. */
export type ProvenanceLine = ProvenanceHeader | DocumentLine | StatementLine

/** The first line. */
export interface ProvenanceHeader {
  readonly type: 'provenance'
  readonly version: 1
  /** The tool and its version. */
  readonly tool: string
  /** Whether people are called by their names. */
  readonly people: 'names' | 'pseudonyms'
}

/** A copy a written document was made of; a merged document has one line for each. */
export interface DocumentLine {
  readonly type: 'document'
  /** Numbers these lines through the file, from 1. */
  readonly source: number
  /** As it was written. */
  readonly id: string
  readonly name: string
  readonly part?: number
  readonly project?: { readonly id?: string; readonly name?: string }
  /** Absent when the file lies in no copy's folder. */
  readonly copy?: Cabinet['role']
  /** Whose copy it is. */
  readonly labeler?: string
  /** The file inside the export. */
  readonly entry: string
  /** Which document of the file it is, from 0. */
  readonly index: number
  /** What the file was read as. */
  readonly format: string
  /** Of the file's bytes. */
  readonly sha256: string
}

/** Somebody's statement; one that copies were merged into has a line for each who said it. */
export interface StatementLine extends PlaceInFile {
  readonly type: Annotation['type'] | 'comment'
  /** As it was written. */
  readonly id: string
  /** Id of the document as it was written. */
  readonly document: string
  /** The document line of the copy that holds it. */
  readonly source: number
  /** Its id in the file, where that is another. */
  readonly sourceId?: string
  /** The row of the document it lies in or begins in, from 0. */
  readonly row?: number
  readonly label?: string
  readonly question?: string
  /** The first 16 digits of the SHA-256 of the text it covers. */
  readonly quote?: string
  readonly by?: Origin['by']
  readonly labeler?: string
  readonly decision?: Origin['verdict']
  readonly judge?: string
  readonly createdAt?: string
  readonly updatedAt?: string
}

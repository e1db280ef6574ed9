import type { Agreement, MatchType } from '@labelport/dataset'
import type { Annotation } from '@labelport/model'
import type { DocumentPage } from './document-page.ts'

/** How far copies of a project agree. */
export interface CompareView {
  readonly project: number
  /** Indices into the project's cabinets. */
  readonly copies: readonly number[]
  /** Every two of the copies; indices into the project's cabinets. */
  readonly pairs: readonly CopyPair[]
  /** Documents that at least two of the copies hold. */
  readonly documents: readonly ComparedDocument[]
  /** In the order of documents and places in them; at most `disagreementLimit`. */
  readonly disagreements: readonly Disagreement[]
  readonly disagreementCount: number
}

/** Two copies and how far they agree over all documents. */
export interface CopyPair {
  readonly one: number
  readonly other: number
  readonly agreement: Agreement
}

/** A document and its copies. */
export interface ComparedDocument {
  readonly name: string
  readonly part?: number
  /** Positions of the copies in the library, in the order of `copies`; -1 where one has no such document. */
  readonly indexes: readonly number[]
  readonly same: number
  readonly statements: number
  readonly disagreements: number
}

/** Something that two copies do not say alike. */
export interface Disagreement {
  /** Position in `documents`. */
  readonly document: number
  readonly pair: number
  readonly type: Exclude<MatchType, 'same'>
  readonly statement: Annotation['type']
  /** Position of its row among the document's rows. Absent where it lies in none. */
  readonly row?: number
  /** What each copy says. Absent where it says nothing. */
  readonly one?: Said
  readonly other?: Said
}

/** A statement in words. */
export interface Said {
  /** Id of the annotation. */
  readonly id: string
  readonly label: string
  readonly text: string
}

/** Copies of a document side by side. */
export interface BesideView {
  /** In the order of the request. */
  readonly pages: readonly DocumentPage[]
  /** For each page: what the other copies make of its annotations, by id. */
  readonly marks: readonly Readonly<Record<string, MatchType>>[]
}

import type { Cabinet, LabeledDocument } from '@labelport/model'
import { type Signature, signatureOf } from '../near/signature.ts'
import { normalisedText } from '../text/normalised.ts'
import { type SplitKeys, splitKeys } from './split-keys.ts'
import { type Stratum, strataOf } from './strata.ts'

/** What a survey has to know of a document; no text can be read back from it. */
export interface SurveyRow {
  readonly keys: SplitKeys
  readonly name: string
  readonly copy?: Cabinet['role']
  /** What the document counts for when splits are balanced; empty when they are not. */
  readonly strata: readonly string[]
  /** Absent when nobody compares texts, and where a document has no words. */
  readonly signature?: Signature
}

/** What is looked at. */
export interface SurveyAspects {
  /** From 0.5 to 1. Absent means that texts are not compared. */
  readonly nearDuplicates?: number
  /** Absent means that splits are not balanced. */
  readonly stratify?: Stratum
}

/** What a survey has to know of a document. */
export function surveyRow(
  document: LabeledDocument,
  { nearDuplicates, stratify }: SurveyAspects,
): SurveyRow {
  const { name, cabinet } = document
  const signature = nearDuplicates === undefined ? undefined : signatureOf(normalisedText(document))
  return {
    keys: splitKeys(document),
    name,
    ...(cabinet && { copy: cabinet.role }),
    strata: stratify === undefined ? [] : strataOf(document, stratify),
    ...(signature && { signature }),
  }
}

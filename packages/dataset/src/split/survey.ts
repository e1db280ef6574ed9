import type { Report } from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import { bandsFor } from '../near/bands.ts'
import { readSignature } from '../near/signature-text.ts'
import type { SplitLeak } from './leaks.ts'
import { openRatios } from './open-ratios.ts'
import { placeSurveyed } from './place-surveyed.ts'
import type { SplitLock } from './split-lock.ts'
import type { SplitRule } from './split-of.ts'
import type { Stratum } from './strata.ts'
import type { SurveyedDocument } from './survey-groups.ts'
import { type SurveyRow, surveyRow } from './survey-row.ts'
import { openSurveyThings } from './survey-things.ts'

/** What takes more than one document to decide. */
export interface SurveyRule extends SplitRule {
  /**
   * From 0.5 to 1: documents that share this much of their runs of three words stay together, also through others.
   * Absent means that only equal texts do.
   */
  readonly nearDuplicates?: number
  /** What every split is to have its share of. Absent means that sizes alone count. */
  readonly stratify?: Stratum
}

/** Where every document of a data set goes, decided with all of them in sight. */
export interface SplitPlacement {
  /** The lock that was given, with every document that was surveyed. */
  readonly lock: SplitLock
  readonly leaks: readonly SplitLeak[]
  /** How documents were divided, in sentences. */
  readonly notes: readonly string[]
}

/** Documents that are looked at before any of them is placed. */
export interface SplitSurvey {
  add(document: LabeledDocument): void
  /** The same for documents of which only this is there; they are gone through several times, and not held. */
  addRows(rows: Iterable<SurveyRow>): void
  /**
   * Places all. What the lock knows stays; a group with something placed in it follows it. Reports
   * `engine/split-near-duplicate` where texts that are alike come to lie in different splits, and
   * `engine/split-without-label` where a split gets none of a label.
   */
  place(): SplitPlacement
}

/**
 * Opens a survey. It holds a signature of 128 bytes, the keys and the labels of each document. Throws FormatError
 * `engine/bad-threshold`, and `engine/bad-split` when the lock does not fit the rule.
 */
export function openSplitSurvey(
  rule: SurveyRule,
  { lock, report }: { readonly lock: SplitLock; readonly report: Report },
): SplitSurvey {
  const { nearDuplicates: threshold, stratify } = rule
  if (threshold !== undefined) bandsFor(threshold)
  const open = openRatios(rule, lock)
  const things = openSurveyThings()
  const added: SurveyRow[] = []
  const sources: Iterable<SurveyRow>[] = [added]
  const placed = [...lock.signatures].flatMap(([text, split]) => {
    const signature = readSignature(text)
    return signature === undefined
      ? []
      : [{ thing: things.ofSignature(signature), signature: text, split }]
  })
  const see = ({ keys, signature }: SurveyRow): void => {
    const thing = things.of('file', keys.file)
    if (keys.text !== undefined) things.join(thing, things.of('text', keys.text))
    if (signature !== undefined) things.join(thing, things.ofSignature(signature))
  }
  const documents: Iterable<SurveyedDocument> = {
    *[Symbol.iterator]() {
      for (const source of sources) {
        for (const row of source) yield { ...row, thing: things.of('file', row.keys.file) }
      }
    },
  }
  return {
    add(document) {
      const row = surveyRow(document, rule)
      see(row)
      added.push(row)
    },
    addRows(rows) {
      for (const row of rows) see(row)
      sources.push(rows)
    },
    place() {
      if (threshold !== undefined) things.joinNear(threshold)
      const surveyed = { documents, placed, componentOf: things.componentOf }
      const how = { rule, open, balanced: stratify !== undefined }
      return { ...placeSurveyed(surveyed, lock, how, report), notes: notesOf(rule) }
    },
  }
}

function notesOf({ nearDuplicates, stratify }: SurveyRule): readonly string[] {
  return [
    ...(nearDuplicates === undefined
      ? []
      : [`So do texts that share about ${nearDuplicates} of their runs of three words.`]),
    ...(stratify === undefined ? [] : [`Every split was given its share of each ${stratify}.`]),
  ]
}

import type { Diagnostic } from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import {
  emptySplitLock,
  openSplitSurvey,
  openSplits,
  readSplitLock,
  readSplitRatios,
  type SurveyRule,
  writeSplitLock,
} from '../../src/index.ts'
import { herbDocument, span } from '../documents.ts'

export const ratios = readSplitRatios('train=0.6,validation=0.2,test=0.2')

/** Surveys, then divides, as two readings of an input do. */
export function divided(
  documents: readonly LabeledDocument[],
  rule: SurveyRule,
  lock = emptySplitLock,
) {
  const diagnostics: Diagnostic[] = []
  const report = (one: Diagnostic) => void diagnostics.push(one)
  const survey = openSplitSurvey(rule, { lock, report })
  for (const document of documents) survey.add(document)
  const splits = openSplits(rule, { report, placement: survey.place() })
  const names = documents.map((document) => splits.of(document))
  const saved = readSplitLock(writeSplitLock(splits.lock()))
  return { names, splits, lock: saved, codes: diagnostics.map(({ code }) => code), diagnostics }
}

const words = ['moos', 'farn', 'ähre', '苔', 'wächst', 'hier', 'nicht', 'am', 'bach', 'stein']
/** Text `number`, of which each variant differs from the others in its last word. */
function sentence(number: number, variant: number, length = 30): string {
  const body = Array.from(
    { length },
    (_, at) => `${words[(number * 7 + at * (number + 3)) % 10]}${(number * 31 + at) % 97}`,
  )
  return [...body, `ende${variant}`].join(' ')
}

export function texted(
  number: number,
  variant = 0,
  labels: readonly string[] = [],
): LabeledDocument {
  const text = sentence(number, variant)
  return herbDocument(`${number}-${variant}.txt`, {
    cells: [{ row: 0, column: 0, text }],
    annotations: labels.map((label, at) => span(`s${at}`, label)),
  })
}

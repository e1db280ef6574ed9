import {
  dropDuplicates,
  type FilterRules,
  filter,
  merge,
  readMergeRule,
  renameLabels,
  type Step,
  type StepLedger,
  type VerdictChoice,
} from '@labelport/dataset'
import { FormatError } from '@labelport/format'
import type { Flags, FlagValues } from './command.ts'
import { UsageError } from './exit.ts'
import { ledgerText } from './ledger-text.ts'
import { listOf } from './parse.ts'
import type { Session } from './session.ts'

/** The flags of commands that prepare documents before they write them. */
export const preparationFlags = {
  merge: {
    type: 'value',
    value: '<rule>',
    help: 'one document of the labelers’ copies: majority, union, intersection or "agreement>=2"; takes --cabinet labelers where it says review',
  },
  label: { type: 'values', value: '<a,b,…>', help: 'only these labels, by name' },
  labeler: { type: 'values', value: '<a,b,…>', help: 'only what these people said' },
  verdict: {
    type: 'values',
    value: '<a,b,…>',
    help: 'only accepted, rejected or none (undecided)',
  },
  since: { type: 'value', value: '<date>', help: 'only what was said from this day on' },
  until: { type: 'value', value: '<date>', help: 'only what was said before this day' },
  tag: { type: 'values', value: '<a,b,…>', help: 'only projects with one of these tags' },
  'rename-label': {
    type: 'values',
    value: '<old=new>',
    help: 'another name for a label; two labels of one name become one',
  },
  deduplicate: { type: 'switch', help: 'leave out documents equal to an earlier one' },
} as const satisfies Flags

/** Values of the flags above. */
export type PreparationFlags = FlagValues<typeof preparationFlags>

/**
 * What is done to documents, in this order: filter, rename, merge, deduplicate. Throws UsageError for values that do
 * not fit.
 */
export function stepsOf(flags: PreparationFlags): readonly Step[] {
  try {
    const rules = rulesOf(flags)
    const names = new Map(flags['rename-label'].map(renameOf))
    return [
      ...(Object.keys(rules).length === 0 ? [] : [filter(rules)]),
      ...(names.size === 0 ? [] : [renameLabels(names)]),
      ...(flags.merge === undefined ? [] : [merge(readMergeRule(flags.merge))]),
      ...(flags.deduplicate ? [dropDuplicates()] : []),
    ]
  } catch (error) {
    if (!FormatError.is(error)) throw error
    throw new UsageError(error.message, { cause: error })
  }
}

/** Whose copies are read: merging needs those of labelers, and REVIEW alone is none of them. */
export function cabinetFor({
  cabinet,
  merge,
}: {
  readonly cabinet: string
  readonly merge: string | undefined
}): string {
  return merge !== undefined && cabinet.trim().toLowerCase() === 'review' ? 'labelers' : cabinet
}

/** The accounts of the steps for people. */
export function stepsText(ledgers: readonly StepLedger[], session: Session): string {
  return ledgers
    .map(({ step, ledger }) => `Before writing, ${step}:\n\n${ledgerText(ledger, session)}\n`)
    .join('')
}

function rulesOf(flags: PreparationFlags): FilterRules {
  const { since, until } = flags
  const [labels, labelers, tags, verdicts] = [flags.label, flags.labeler, flags.tag, flags.verdict]
    .map((values) => values.flatMap(listOf))
    .map((values) => (values.length === 0 ? undefined : values))
  return {
    ...(labels && { labels }),
    ...(labelers && { labelers }),
    ...(verdicts && { verdicts: verdicts.map(verdictOf) }),
    ...(since !== undefined && { since }),
    ...(until !== undefined && { until }),
    ...(tags && { tags }),
  }
}

function verdictOf(text: string): VerdictChoice {
  if (text === 'accepted' || text === 'rejected' || text === 'none') return text
  throw new UsageError(`--verdict is "${text}"; expected accepted, rejected or none.`)
}

function renameOf(text: string): readonly [string, string] {
  const sign = text.indexOf('=')
  const [from, to] = [text.slice(0, sign), text.slice(sign + 1)]
  if (sign > 0 && to !== '') return [from, to]
  throw new UsageError(`--rename-label is "${text}"; expected old=new.`)
}

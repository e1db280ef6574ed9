import {
  dropDuplicates,
  dropNearDuplicates,
  type FilterRules,
  filter,
  merge,
  readMergeRule,
  readWindowRule,
  renameLabels,
  type Step,
  type StepLedger,
  type VerdictChoice,
  windows,
} from '@labelport/dataset'
import { FormatError } from '@labelport/format'
import { statementTypes } from '@labelport/model'
import type { Flags, FlagValues } from './command.ts'
import { UsageError } from './exit.ts'
import { ledgerText } from './ledger-text.ts'
import { listOf } from './parse.ts'
import type { Session } from './session.ts'
import { shareOf } from './split-rule.ts'
import { grouped } from './table.ts'
import { wrap } from './wrap.ts'

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
  'deduplicate-near': {
    type: 'value',
    value: '<share>',
    help: 'leave out documents whose text shares so much of its runs of three words with an earlier one, from 0.5 to 1',
  },
  window: {
    type: 'value',
    value: '<size>',
    help: 'cut long documents into windows of 512 (tokens), "2000 characters" or "50 rows"',
  },
  stride: {
    type: 'value',
    value: '<number>',
    help: 'with --window: how far windows begin apart; less than the size overlaps, so that fewer labels are cut',
  },
} as const satisfies Flags

/** Values of the flags above. */
export type PreparationFlags = FlagValues<typeof preparationFlags>

/**
 * What is done to documents, in this order: filter, rename, merge, deduplicate, cut into windows. Throws UsageError for values that do
 * not fit.
 */
export function stepsOf(flags: PreparationFlags): readonly Step[] {
  try {
    const rules = rulesOf(flags)
    const near = flags['deduplicate-near']
    const names = new Map(flags['rename-label'].map(renameOf))
    return [
      ...(Object.keys(rules).length === 0 ? [] : [filter(rules)]),
      ...(names.size === 0 ? [] : [renameLabels(names)]),
      ...(flags.merge === undefined ? [] : [merge(readMergeRule(flags.merge))]),
      ...(flags.deduplicate ? [dropDuplicates()] : []),
      ...(near === undefined ? [] : [dropNearDuplicates(shareOf('deduplicate-near', near))]),
      ...windowsOf(flags),
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
    .map((one) => {
      const account = `${ledgerText(one.ledger, session)}${repeatedText(one, session)}`
      return `Before writing, ${one.step}:\n\n${account}\n`
    })
    .join('')
}

function repeatedText({ repeated }: StepLedger, { width }: Session): string {
  if (repeated === undefined) return ''
  const counts = statementTypes
    .filter((type) => repeated[type] > 0)
    .map((type) => `${grouped(repeated[type])} of type ${type}`)
  const text = `Handed on more than once, each further time counted: ${counts.join(', ')}.`
  return `${wrap(text, width, 0)}\n`
}

function windowsOf({ window, stride }: PreparationFlags): readonly Step[] {
  if (window !== undefined) return [windows(readWindowRule(window, stride))]
  if (stride === undefined) return []
  throw new UsageError('--stride needs --window <size>.')
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

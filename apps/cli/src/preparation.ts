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
import { type Origin, statementTypes } from '@labelport/model'
import { UsageError } from './exit.ts'
import { ledgerText } from './ledger-text.ts'
import { listOf } from './parse.ts'
import type { PreparationFlags } from './preparation-flags.ts'
import type { Session } from './session.ts'
import { shareOf } from './split-rule.ts'
import { grouped } from './table.ts'
import { wrap } from './wrap.ts'

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
  const { label, labeler, tag, verdict, origin } = flags
  const [labels, labelers, tags, verdicts, origins] = [label, labeler, tag, verdict, origin]
    .map((values) => values.flatMap(listOf))
    .map((values) => (values.length === 0 ? undefined : values))
  return {
    ...(labels && { labels }),
    ...(labelers && { labelers }),
    ...(verdicts && { verdicts: verdicts.map(verdictOf) }),
    ...(origins && { origins: origins.map(originOf) }),
    ...(since !== undefined && { since }),
    ...(until !== undefined && { until }),
    ...(tags && { tags }),
  }
}

function verdictOf(text: string): VerdictChoice {
  if (text === 'accepted' || text === 'rejected' || text === 'none') return text
  throw new UsageError(`--verdict is "${text}"; expected accepted, rejected or none.`)
}

const origins = [
  'labeler',
  'reviewer',
  'auto',
  'prelabeled',
  'external',
  'conflict',
  'unknown',
] as const satisfies readonly Origin['by'][]

function originOf(text: string): Origin['by'] {
  const origin = origins.find((one) => one === text)
  if (origin !== undefined) return origin
  throw new UsageError(`--origin is "${text}"; expected one of ${origins.join(', ')}.`)
}

function renameOf(text: string): readonly [string, string] {
  const sign = text.indexOf('=')
  const [from, to] = [text.slice(0, sign), text.slice(sign + 1)]
  if (sign > 0 && to !== '') return [from, to]
  throw new UsageError(`--rename-label is "${text}"; expected old=new.`)
}

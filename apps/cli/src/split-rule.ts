import { readSplitRatios, type Stratum, type SurveyRule } from '@labelport/dataset'
import { FormatError } from '@labelport/format'
import type { Flags, FlagValues } from './command.ts'
import { UsageError } from './exit.ts'

/** The flags that divide a data set. */
export const splitFlags = {
  split: {
    type: 'value',
    value: '<name=size,…>',
    help: 'divides the documents, such as train=0.8,validation=0.1,test=0.1; later documents never move earlier ones',
  },
  'split-seed': { type: 'value', value: '<number>', help: 'another number, another split (0)' },
  'split-group': {
    type: 'value',
    value: '<text|file>',
    default: 'text',
    help: 'what stays together: equal texts, or the copies and parts of one file',
  },
  'split-lock': {
    type: 'value',
    value: '<file>',
    help: 'remembers where every document is, also when sizes or seed change; made when it is not there',
  },
  'near-duplicates': {
    type: 'value',
    value: '<share>',
    help: 'keeps texts together that share so much of their runs of three words, from 0.5 to 1, such as 0.8; needs --split-lock; reads the input twice',
  },
  stratify: {
    type: 'value',
    value: '<label|answer>',
    help: 'gives every split its share of each label, or of each answer; needs --split-lock; reads the input twice',
  },
} as const satisfies Flags

/** Values of the flags above. */
export type SplitFlags = FlagValues<typeof splitFlags>

/** How a data set is divided; undefined when it is not. Throws UsageError for values that do not fit. */
export function splitRuleOf(flags: SplitFlags): SurveyRule | undefined {
  const { split, 'split-lock': lock, 'near-duplicates': near, stratify } = flags
  if (split === undefined) {
    const alone = (['split-lock', 'near-duplicates', 'stratify'] as const).find(
      (name) => flags[name] !== undefined,
    )
    if (alone === undefined) return undefined
    throw new UsageError(`--${alone} needs --split.`)
  }
  if (lock === undefined && needsSurvey(flags)) {
    const flag = near === undefined ? 'stratify' : 'near-duplicates'
    const why = 'without one, documents that come later could move earlier ones'
    throw new UsageError(`--${flag} needs --split-lock <file>: ${why}.`)
  }
  return {
    ratios: ratiosOf(split),
    seed: seedOf(flags),
    group: groupOf(flags),
    ...(near === undefined ? {} : { nearDuplicates: shareOf('near-duplicates', near) }),
    ...(stratify === undefined ? {} : { stratify: stratumOf(stratify) }),
  }
}

/** Whether all documents have to be looked at before the first is placed. */
export function needsSurvey(flags: Pick<SplitFlags, 'near-duplicates' | 'stratify'>): boolean {
  return flags['near-duplicates'] !== undefined || flags.stratify !== undefined
}

/** A share of equal runs of words. Throws UsageError. */
export function shareOf(flag: string, text: string): number {
  const share = /^\s*[01]?(\.\d+)?\s*$/.test(text) ? Number(text) : Number.NaN
  if (share >= 0.5 && share <= 1) return share
  throw new UsageError(`--${flag} is "${text}"; expected a number from 0.5 to 1, such as 0.8.`)
}

function ratiosOf(text: string) {
  try {
    return readSplitRatios(text)
  } catch (error) {
    if (!FormatError.is(error)) throw error
    throw new UsageError(`--split: ${error.message}`, { cause: error })
  }
}

function seedOf({ 'split-seed': text = '0' }: SplitFlags): number {
  if (/^\d{1,9}$/.test(text)) return Number(text)
  throw new UsageError(`--split-seed is "${text}"; expected a whole number of up to nine digits.`)
}

function groupOf({ 'split-group': text }: SplitFlags): 'text' | 'file' {
  if (text === 'text' || text === 'file') return text
  throw new UsageError(`--split-group is "${text}"; expected text or file.`)
}

function stratumOf(text: string): Stratum {
  if (text === 'label' || text === 'answer') return text
  throw new UsageError(`--stratify is "${text}"; expected label or answer.`)
}

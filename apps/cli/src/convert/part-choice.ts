import { UsageError } from '../exit.ts'
import { needsSurvey } from '../split-rule.ts'
import type { ConvertFlags } from './convert-flags.ts'

/** Which part of a data set is written, from 1. */
export interface PartChoice {
  readonly number: number
  readonly of: number
}

/** The part that was asked for; undefined when all is written. Throws UsageError. */
export function partChoiceOf(
  flags: Pick<ConvertFlags, 'part' | 'incremental' | 'split-lock' | 'near-duplicates' | 'stratify'>,
): PartChoice | undefined {
  const { part } = flags
  if (part === undefined) return undefined
  const [, number = 0, of = 0] = (/^(\d{1,6})\/(\d{1,6})$/.exec(part) ?? []).map(Number)
  if (number < 1 || number > of) {
    throw new UsageError(`--part is "${part}"; expected such as 3/8, the third of eight.`)
  }
  if (flags.incremental) {
    throw new UsageError('--part writes anew what is its own; leave --incremental away.')
  }
  // With all documents in sight every part knows where all of them lie.
  if (flags['split-lock'] !== undefined && !needsSurvey(flags)) {
    throw new UsageError(
      '--part cannot keep a split lock, for parts do not know of each other. --split alone gives every machine the same splits.',
    )
  }
  return { number, of }
}

/** The shards of a part: every so-manieth, so that parts are of one size. */
export function indicesOf({ number, of }: PartChoice, shards: number): readonly number[] {
  return Array.from({ length: shards }, (_, index) => index).filter(
    (index) => index % of === number - 1,
  )
}

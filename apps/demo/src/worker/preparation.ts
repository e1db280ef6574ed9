import {
  dropDuplicates,
  dropNearDuplicates,
  filter,
  merge,
  type OpenSplits,
  openSplits,
  readMergeRule,
  readSplitRatios,
  readWindowRule,
  type Step,
  windows,
} from '@labelport/dataset'
import {
  FormatError,
  type OptionValues,
  type Pseudonyms,
  parseOptions,
  pseudonymsOf,
  type Report,
} from '@labelport/format'
import type { ConversionChoice, Texts } from '../conversion-view.ts'
import { type PreparationOption, preparationOptions } from '../preparation-options.ts'

/** What is done to documents before they are written, understood. */
export interface PreparationRules {
  /** In this order. */
  readonly steps: readonly Step[]
  /** Whose copies are taken: merging needs those of labelers, and the review alone is none of them. */
  readonly cabinet: string
  /** The pseudonyms to write. Undefined calls people by their names. */
  pseudonyms(training: boolean): Pseudonyms | undefined
  /** Opens the splits. Undefined when the documents are not divided. */
  splits(report: Report): OpenSplits | undefined
}

/** Understands what a person chose, as the command line understands its flags. Throws FormatError. */
export function preparationOf({ preparation, cabinet }: ConversionChoice): PreparationRules {
  const values = parseOptions('convert', preparationOptions, preparation)
  const text = textsOf(values)
  const merging = text('merge')
  const people = text('people')
  const ratios = text('split') === '' ? undefined : readSplitRatios(text('split'))
  return {
    steps: stepsOf(values, preparation),
    cabinet: merging !== '' && cabinet === 'review' ? 'labelers' : cabinet,
    pseudonyms: (training) =>
      people === 'pseudonyms' || (people === '' && training) ? pseudonymsOf('') : undefined,
    splits: (report) => ratios && openSplits({ ratios }, { report }),
  }
}

function stepsOf(values: OptionValues, { label }: Texts): readonly Step[] {
  const text = textsOf(values)
  const [merging, near, window, stride] = [
    text('merge'),
    text('deduplicate-near'),
    text('window'),
    text('stride'),
  ]
  const verdict = verdicts.find((one) => one === text('verdict'))
  const labels = label === undefined ? undefined : namesIn(label)
  const rules = { ...(labels && { labels }), ...(verdict && { verdicts: [verdict] }) }
  if (stride !== '' && window === '') throw badOption('stride', stride, 'none without window')
  return [
    ...(Object.keys(rules).length === 0 ? [] : [filter(rules)]),
    ...(merging === '' ? [] : [merge(readMergeRule(merging))]),
    ...(values.deduplicate === true ? [dropDuplicates()] : []),
    ...(near === '' ? [] : [dropNearDuplicates(shareOf(near))]),
    ...(window === '' ? [] : [windows(readWindowRule(window, stride === '' ? undefined : stride))]),
  ]
}

const verdicts = ['accepted', 'rejected', 'none'] as const

function textsOf(values: OptionValues): (name: PreparationOption) => string {
  return (name) => String(values[name] ?? '').trim()
}

function namesIn(list: string): readonly string[] {
  return list
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
}

function shareOf(text: string): number {
  const share = /^[01]?(\.\d+)?$/.test(text) ? Number(text) : Number.NaN
  if (share >= 0.5 && share <= 1) return share
  throw badOption('deduplicate-near', text, 'a number from 0.5 to 1, such as 0.8')
}

function badOption(name: PreparationOption, found: string, expected: string): FormatError {
  const message = `The option "${name}" is "${found}"; expected ${expected}.`
  return new FormatError({ severity: 'error', code: 'engine/bad-option', message })
}

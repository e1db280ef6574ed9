import { checkedOptions, type OptionSpec, type OptionValues, safeName } from '@labelport/format'

const outsideRules = ['clamp', 'drop'] as const
const roundings = ['nearest', 'outward', 'none'] as const
const origins = ['1', '0'] as const
const unresolvedRules = ['exclude', 'include'] as const

/** What the writer was asked to do, with every default filled in. */
export interface Options {
  /** A safe file name without its ending. */
  readonly split: string
  readonly rounding: (typeof roundings)[number]
  /** The number of the first pixel. From 1, the last pixel is inside the box; from 0, outside. */
  readonly origin: (typeof origins)[number]
  readonly outside: (typeof outsideRules)[number]
  /** With its dot. */
  readonly ending: string
  readonly unresolved: (typeof unresolvedRules)[number]
}

export const optionSpecs = [
  {
    name: 'rounding',
    type: 'choice',
    choices: roundings,
    default: 'nearest',
    help: 'Edges are rounded to the nearest pixel, away from the middle, or not at all.',
  },
  {
    name: 'origin',
    type: 'choice',
    choices: origins,
    default: '1',
    help: 'The number of the first pixel: 1 as in the Pascal VOC challenge, or 0.',
  },
  {
    name: 'split',
    type: 'text',
    default: 'train',
    help: 'The name of the list of images, without its ending.',
  },
  {
    name: 'outside',
    type: 'choice',
    choices: outsideRules,
    default: 'clamp',
    help: 'What becomes of boxes that reach beyond their page.',
  },
  {
    name: 'ending',
    type: 'text',
    default: '.png',
    help: 'The ending of the images you make of pages of a PDF.',
  },
  {
    name: 'unresolved',
    type: 'choice',
    choices: unresolvedRules,
    default: 'exclude',
    help: 'Whether boxes and answers in conflict or rejected become training data.',
  },
] as const satisfies readonly OptionSpec[]

/** Checks values and fills in defaults. Throws FormatError for values that do not fit. */
export function optionsFrom(values: OptionValues): Options {
  const read = checkedOptions('pascal-voc', optionSpecs, values)
  return {
    split: safeName(read.split),
    rounding: read.rounding,
    origin: read.origin,
    outside: read.outside,
    ending: read.ending,
    unresolved: read.unresolved,
  }
}

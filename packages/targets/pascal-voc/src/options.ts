import {
  checkedOptions,
  endingSpec,
  type OptionSpec,
  type OptionValues,
  outsideSpec,
  safeName,
  type UnresolvedRule,
  unresolvedSpec,
} from '@labelport/format'

const roundings = ['nearest', 'outward', 'none'] as const
const origins = ['1', '0'] as const

/** What the writer was asked to do, with every default filled in. */
export interface Options {
  /** A safe file name without its ending. */
  readonly split: string
  readonly rounding: (typeof roundings)[number]
  /** The number of the first pixel. From 1, the last pixel is inside the box; from 0, outside. */
  readonly origin: (typeof origins)[number]
  readonly outside: 'clamp' | 'drop'
  /** With its dot. */
  readonly ending: string
  readonly unresolved: UnresolvedRule
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
  outsideSpec,
  endingSpec,
  unresolvedSpec,
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

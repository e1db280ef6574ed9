import { checkedOptions, type OptionSpec, type OptionValues } from '@labelport/format'
import { splitFolder } from './split-folders.ts'

const outsideRules = ['clamp', 'drop'] as const
const shapes = ['box', 'polygon'] as const
const unresolvedRules = ['exclude', 'include'] as const

/** What the writer was asked to do, with every default filled in. */
export interface Options {
  /** A safe folder name; `val` for every name of a validation split. */
  readonly split: string
  readonly shape: (typeof shapes)[number]
  readonly outside: (typeof outsideRules)[number]
  /** With its dot. */
  readonly ending: string
  readonly unresolved: (typeof unresolvedRules)[number]
}

export const optionSpecs = [
  {
    name: 'shape',
    type: 'choice',
    choices: shapes,
    default: 'box',
    help: 'Boxes, to train detection, or polygons, to train segmentation.',
  },
  {
    name: 'split',
    type: 'text',
    default: 'train',
    help: 'The split: train, val or test. Other names of val are understood.',
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
  const read = checkedOptions('yolo', optionSpecs, values)
  return {
    split: splitFolder(read.split),
    shape: read.shape,
    outside: read.outside,
    ending: read.ending,
    unresolved: read.unresolved,
  }
}

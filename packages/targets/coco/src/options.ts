import { checkedOptions, type OptionSpec, type OptionValues, safeName } from '@labelport/format'

const outsideRules = ['clamp', 'keep', 'drop'] as const
const unresolvedRules = ['exclude', 'include'] as const

/** What the writer was asked to do, with every default filled in. */
export interface Options {
  /** A safe file name without its ending. */
  readonly name: string
  readonly segmentation: boolean
  readonly outside: (typeof outsideRules)[number]
  /** With its dot. */
  readonly ending: string
  readonly unresolved: (typeof unresolvedRules)[number]
}

export const optionSpecs = [
  {
    name: 'name',
    type: 'text',
    default: 'annotations',
    help: 'The name of the file, without its ending, such as instances_train.',
  },
  {
    name: 'segmentation',
    type: 'flag',
    default: true,
    help: 'Whether the corners of areas are written as polygons beside their boxes.',
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
  const read = checkedOptions('coco', optionSpecs, values)
  return {
    name: safeName(read.name),
    segmentation: read.segmentation,
    outside: read.outside,
    ending: read.ending,
    unresolved: read.unresolved,
  }
}

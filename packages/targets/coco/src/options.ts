import {
  checkedOptions,
  endingSpec,
  type OptionSpec,
  type OptionValues,
  type OutsideRule,
  outsideSpec,
  safeName,
  type UnresolvedRule,
  unresolvedSpec,
} from '@labelport/format'

/** What the writer was asked to do, with every default filled in. */
export interface Options {
  /** A safe file name without its ending. */
  readonly name: string
  readonly segmentation: boolean
  readonly outside: OutsideRule
  /** With its dot. */
  readonly ending: string
  readonly unresolved: UnresolvedRule
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
  { ...outsideSpec, choices: ['clamp', 'keep', 'drop'] },
  endingSpec,
  unresolvedSpec,
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

import {
  checkedOptions,
  endingSpec,
  type OptionSpec,
  type OptionValues,
  outsideSpec,
  type UnresolvedRule,
  unresolvedSpec,
} from '@labelport/format'
import { splitFolder } from './split-folders.ts'

const shapes = ['box', 'polygon'] as const

/** What the writer was asked to do, with every default filled in. */
export interface Options {
  /** A safe folder name; `val` for every name of a validation split. */
  readonly split: string
  readonly shape: (typeof shapes)[number]
  readonly outside: 'clamp' | 'drop'
  /** With its dot. */
  readonly ending: string
  readonly unresolved: UnresolvedRule
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
  outsideSpec,
  endingSpec,
  unresolvedSpec,
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

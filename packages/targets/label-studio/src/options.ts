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

const completedByRules = ['number', 'omit'] as const

/** What the writer was asked to do, with every default filled in. */
export interface Options {
  /** A safe file name without its ending. */
  readonly name: string
  readonly completedBy: (typeof completedByRules)[number]
  /** The number of the labeler who is met first. */
  readonly firstAnnotator: number
  /** What stands before file names; empty means the address from the export, else the name alone. */
  readonly mediaRoot: string
  /** With its dot. */
  readonly ending: string
  readonly outside: 'clamp' | 'drop'
  readonly unresolved: UnresolvedRule
}

export const optionSpecs = [
  {
    name: 'name',
    type: 'text',
    default: 'tasks',
    help: 'The name of the files of tasks, without their ending, where there are no splits.',
  },
  {
    name: 'completed-by',
    type: 'choice',
    choices: completedByRules,
    default: 'number',
    help: 'Whether the copies of labelers are told apart by numbers; Label Studio refuses numbers of unknown users.',
  },
  {
    name: 'first-annotator',
    type: 'number',
    default: 1,
    min: 1,
    help: 'The number of the labeler who is met first; the others count on.',
  },
  {
    name: 'media-root',
    type: 'text',
    default: '',
    help: 'What stands before names of images and recordings, such as /data/local-files/?d=images/.',
  },
  endingSpec,
  outsideSpec,
  unresolvedSpec,
] as const satisfies readonly OptionSpec[]

/** Checks values and fills in defaults. Throws FormatError for values that do not fit. */
export function optionsFrom(values: OptionValues): Options {
  const read = checkedOptions('label-studio', optionSpecs, values)
  return {
    name: safeName(read.name),
    completedBy: read['completed-by'],
    firstAnnotator: Math.trunc(read['first-annotator']),
    mediaRoot: read['media-root'],
    ending: read.ending,
    outside: read.outside,
    unresolved: read.unresolved,
  }
}

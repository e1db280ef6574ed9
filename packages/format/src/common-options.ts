import type { OptionSpec } from './option.ts'

/** Whether what nobody decided, or a reviewer rejected, is written. */
export type UnresolvedRule = 'exclude' | 'include'

/** The option of every target that leaves out what is in conflict or rejected unless it is told otherwise. */
export const unresolvedSpec = {
  name: 'unresolved',
  type: 'choice',
  choices: ['exclude', 'include'],
  default: 'exclude',
  help: 'Whether labels, boxes and answers in conflict or rejected are written.',
} as const satisfies OptionSpec

/** The option of targets whose boxes cannot reach beyond their page. */
export const outsideSpec = {
  name: 'outside',
  type: 'choice',
  choices: ['clamp', 'drop'],
  default: 'clamp',
  help: 'What becomes of boxes that reach beyond their page.',
} as const satisfies OptionSpec

/** The option of targets that name an image for each page. */
export const endingSpec = {
  name: 'ending',
  type: 'text',
  default: '.png',
  help: 'The ending of the images you make of pages of a PDF.',
} as const satisfies OptionSpec

import { pageReasons } from '@labelport/format'

/** Why statements reach the file changed or not at all: one sentence for each code. */
export const reasons = {
  ...pageReasons,
  rotated:
    'The area is no upright rectangle, and without segmentation only the box around it stays.',
  'as-attribute': 'The answer stands in attributes under the text of its question.',
  'second-answer': 'A question of this text has an answer already.',
} as const satisfies Record<string, string>

export type FateCode = keyof typeof reasons

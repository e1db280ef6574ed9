import { pageReasons } from '@labelport/format'

/** Why statements reach the files changed or not at all: one sentence for each code. */
export const reasons = {
  ...pageReasons,
  rotated: 'The area is no upright rectangle, and only the box around it stays.',
  rounded: 'The edges lie between pixels and were rounded by option rounding.',
} as const satisfies Record<string, string>

export type FateCode = keyof typeof reasons

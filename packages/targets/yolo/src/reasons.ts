import { pageReasons } from '@labelport/format'

/** Why statements reach the files changed or not at all: one sentence for each code. */
export const reasons = {
  ...pageReasons,
  rotated:
    'The area is no upright rectangle, and only the box around it stays; option shape polygon keeps it.',
} as const satisfies Record<string, string>

export type FateCode = keyof typeof reasons

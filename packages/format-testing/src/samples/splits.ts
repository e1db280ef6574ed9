import type { Splits } from '@labelport/format'

/** Splits that documents of these ids belong to; all others are in the first. */
export function splitsOf(
  names: readonly [string, ...string[]],
  ids: Readonly<Record<string, string>>,
): Splits {
  return { names, of: ({ id }) => ids[id] ?? names[0] }
}

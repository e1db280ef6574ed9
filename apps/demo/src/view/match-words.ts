import type { MatchType } from '@labelport/dataset'

/** How two statements compare, in words. */
export const matchWords = {
  same: 'same',
  'different-label': 'different label',
  'different-boundary': 'different boundary',
  'different-answer': 'different answer',
  missing: 'missing',
} as const satisfies Record<MatchType, string>

/** The kinds of disagreement, gravest last. */
export const disagreementTypes = [
  'different-label',
  'different-boundary',
  'different-answer',
  'missing',
] as const satisfies readonly MatchType[]

/** A share as people write it, such as `0.83`; a dash where there is none. */
export function shareText(share: number | undefined): string {
  return share === undefined ? '\u2013' : share.toFixed(2)
}

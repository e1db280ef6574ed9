/** Why something is not in a window as it was: one sentence for each code. */
export const reasons = {
  'window-cut': 'It crosses the edge of every window; a smaller stride keeps more.',
  'window-apart': 'What it speaks about, or joins, is in no window together.',
  'window-cell-cut': 'Its text was divided between windows.',
} as const

/** The codes. */
export type WindowCode = keyof typeof reasons

import type { Confidence, Head } from '@labelport/format'

const tagged = /^[^\t]+(\t(O|[BI]-[^\t]*))+$/

/** Looks for a token and O, B-… or I-… tags on every line that is not empty. */
export function sniff({ text, complete }: Head): Confidence {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/)
  // The last line may be cut, or is what follows the last line feed.
  if (!complete) lines.pop()
  const filled = lines.filter((line) => line !== '')
  const fitting = filled.filter((line) => tagged.test(line)).length
  if (fitting === 0) return 'no'
  if (fitting === filled.length) return 'likely'
  return fitting >= 0.8 * filled.length ? 'possible' : 'no'
}

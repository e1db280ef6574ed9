import type { Confidence, Head } from '@labelport/format'

const word = /^\d+(?:[-.]\d+)?(?:\t[^\t]+){9}$/

/** Looks for lines of ten columns that begin with a number. */
export function sniff({ text, complete }: Head): Confidence {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/)
  // The last line may be cut, or is what follows the last line feed.
  if (!complete) lines.pop()
  const words = lines.filter((line) => line !== '' && !line.startsWith('#'))
  const fitting = words.filter((line) => word.test(line)).length
  if (fitting === 0) return 'no'
  if (fitting === words.length) return 'certain'
  return fitting >= 0.8 * words.length ? 'likely' : 'possible'
}

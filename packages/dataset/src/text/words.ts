import type { Range } from '@labelport/model'

/** Scripts that put no spaces between words: every character counts as one there. */
const unspaced = ['Han', 'Hiragana', 'Katakana', 'Thai', 'Lao', 'Khmer', 'Myanmar']
  .map((script) => `\\p{Script=${script}}`)
  .join('')

const spoken = new RegExp(`[${unspaced}]\\p{M}*|(?:(?![${unspaced}])[\\p{L}\\p{N}\\p{M}])+`, 'gu')
const written = new RegExp(`[${unspaced}]\\p{M}*|[^\\s${unspaced}]+`, 'gu')

/** The words of a text in order, without punctuation. */
export function wordsOf(text: string): readonly string[] {
  return text.match(spoken) ?? []
}

/** Where words lie in a text, with the punctuation that clings to them. */
export function wordRangesOf(text: string): readonly Range[] {
  return Array.from(text.matchAll(written), ({ index, 0: word }) => ({
    start: index,
    end: index + word.length,
  }))
}

/** Quick, and false for nearly all texts. */
const anyHalf = /[\ud800-\udfff]/

const lone = /\p{Surrogate}/u

/** Whether a text holds half of a surrogate pair, which no UTF-8 file can hold. */
export function hasLoneSurrogate(text: string): boolean {
  return anyHalf.test(text) && lone.test(text)
}

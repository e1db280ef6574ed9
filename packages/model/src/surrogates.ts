const lone = /\p{Surrogate}/u

/** Whether a text holds half of a surrogate pair, which no UTF-8 file can hold. */
export function hasLoneSurrogate(text: string): boolean {
  return lone.test(text)
}

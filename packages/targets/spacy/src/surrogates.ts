const eachLone = /\p{Surrogate}/gu

/** The text with halves of surrogate pairs written out as `\ud83d`, so that nothing is replaced unseen. */
export function writtenOut(text: string): string {
  return text.replace(eachLone, (half) => `\\u${half.charCodeAt(0).toString(16)}`)
}

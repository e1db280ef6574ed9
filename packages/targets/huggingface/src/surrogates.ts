const lone = /\p{Surrogate}/u
const eachLone = /\p{Surrogate}/gu

/** The text with halves of surrogate pairs written out as `\ud83d`, so that nothing is replaced unseen. */
export function writtenOut(text: string): string {
  if (!lone.test(text)) return text
  return text.replace(eachLone, (half) => `\\u${half.charCodeAt(0).toString(16)}`)
}

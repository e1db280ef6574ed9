/** A token and where it lies, in UTF-16 code units. */
interface Token {
  readonly text: string
  readonly start: number
}

/** Words and single signs of punctuation; East Asian text is left whole, as white space tokenizers do. */
export function tokensOf(text: string): readonly Token[] {
  return [...text.matchAll(/[^\s\p{P}]+|\p{P}/gu)].map((match) => ({
    text: match[0],
    start: match.index,
  }))
}

/** Where a stretch of a row begins and ends, as Datasaur says it: token and character, the end inclusive. */
export function cursorsOf(text: string, stretch: string) {
  const start = text.indexOf(stretch)
  if (start === -1) throw new Error(`The sample has no "${stretch}" in "${text}".`)
  return { start: cursorAt(text, start), end: cursorAt(text, start + stretch.length - 1) }
}

function cursorAt(text: string, offset: number) {
  const tokens = tokensOf(text)
  const tokenIndex = tokens.findIndex((token) => token.start + token.text.length > offset)
  const token = tokens[tokenIndex]
  if (token === undefined || token.start > offset) {
    throw new Error(`No token of the sample lies at ${offset} of "${text}".`)
  }
  return { tokenIndex, charIndex: offset - token.start }
}

const inValues = /[\\[\]|_;\t\n*]|->/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters the format escapes.
const inTexts = /[\x00-\x1f\\]/g

const letters: Readonly<Record<string, string>> = {
  '\t': 't',
  '\n': 'n',
  '\f': 'f',
  '\r': 'r',
  '\b': 'b',
}

/** A value of a column: a backslash before everything that has a meaning there. */
export function escapeValue(value: string): string {
  return value.replace(inValues, (found) => `\\${letters[found] ?? found}`)
}

/** A line of text, which has a meaning of its own for control characters and backslashes only. */
export function escapeText(text: string): string {
  // WebAnno leaves the vertical tab alone.
  return text.replace(inTexts, (found) => (found === '\v' ? found : `\\${letters[found] ?? found}`))
}

/**
 * The token beside its offsets. Readers cut tokens out of the text; here, as in WebAnno's own files, only what
 * would end the column or the line is escaped.
 */
export function escapeToken(token: string): string {
  return token.replace(/[\t\n\r]/g, (found) => `\\${letters[found]}`)
}

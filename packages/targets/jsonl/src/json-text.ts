/** A value as JSON that any UTF-8 file can hold. */
export interface JsonText {
  readonly json: string
  /** Whether halves of surrogate pairs became U+FFFD. */
  readonly mended: boolean
}

/** How `JSON.stringify` writes a half, and only a half; an even number of backslashes may stand before. */
const half = /(?<!\\)((?:\\\\)*)\\ud[89a-f][\da-f]{2}/g

/** Writes a value as JSON. */
export function jsonText(value: unknown): JsonText {
  const json = JSON.stringify(value)
  if (!json.includes('\\ud')) return { json, mended: false }
  // Two halves that follow each other share no match, for the backslash of the second ends the first.
  const whole = json.replace(half, '$1\\ufffd')
  return { json: whole, mended: whole !== json }
}

/**
 * Text from a file made safe for a terminal and a log: control characters, terminal escapes and marks that
 * turn the direction of writing are shown as escapes instead of being obeyed.
 */
export function printable(text: string): string {
  return text.replace(unsafe, (character) => {
    const code = character.charCodeAt(0)
    const short = shortEscapes.get(character)
    return short ?? (code < 256 ? `\\x${hex(code, 2)}` : `\\u${hex(code, 4)}`)
  })
}

/** JSON for a terminal: what JSON itself leaves alone and terminals obey is escaped too. */
export function printableJson(value: unknown, indent: number): string {
  return JSON.stringify(value, null, indent).replace(
    unsafeInJson,
    (character) => `\\u${hex(character.charCodeAt(0), 4)}`,
  )
}

/** How many columns of a terminal a printable text takes. */
export function columnsOf(text: string): number {
  if (narrow.test(text)) return text.length
  let columns = 0
  for (const character of text) columns += mark.test(character) ? 0 : wide.test(character) ? 2 : 1
  return columns
}

const shortEscapes = new Map([
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
])

// Controls, lone surrogates, line and paragraph separators, marks of direction.
const unsafe = /[\p{Cc}\p{Cs}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu
const unsafeInJson = /[\x7f-\x9f\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g
const narrow = /^[\x20-\x7e]*$/
const mark = /^(?:\p{Mn}|\p{Me}|[\u200b-\u200d]|[\ufe0e-\ufe0f])$/u
const wide =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]$/u

function hex(code: number, digits: number): string {
  return code.toString(16).padStart(digits, '0')
}

/** What Python's `str.isspace` calls white space, and so spaCy; JavaScript's own list differs. */
const whiteSpace =
  '\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000'

const all = new RegExp(`^[${whiteSpace}]+$`)
const run = new RegExp(`[${whiteSpace}]+|[^${whiteSpace}]+`, 'y')

/** Whether a token is white space to spaCy. */
export function isWhiteSpace(text: string): boolean {
  return all.test(text)
}

/** Where the white space, or the stretch of anything else, that begins at `start` ends. */
export function runEnd(text: string, start: number): number {
  run.lastIndex = start
  return run.test(text) ? run.lastIndex : text.length
}

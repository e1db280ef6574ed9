const encoder = new TextEncoder()

/** The most bytes that a text takes as UTF-8. */
export function mostBytesOf(text: string): number {
  return 3 * text.length
}

/** From this length on a call of the encoder costs less than a look at each character. */
const longText = 200

/** Writes a text as UTF-8 where there is room for it, and returns where it ends. */
export function putText(into: Uint8Array, at: number, text: string): number {
  const { length } = text
  let index = 0
  if (length < longText) {
    for (; index < length; index += 1) {
      const code = text.charCodeAt(index)
      if (code >= 0x80) break
      into[at + index] = code
    }
    if (index === length) return at + length
  }
  return at + index + encoder.encodeInto(text.slice(index), into.subarray(at + index)).written
}

/** The most bytes that `putNumber` writes. */
export const mostDigits = 16

/** Writes a safe integer from 0, and returns where it ends. */
export function putNumber(into: Uint8Array, at: number, number: number): number {
  if (number < 10) {
    into[at] = 0x30 + number
    return at + 1
  }
  return putText(into, at, String(number))
}

const blank = 0x20
const quote = 0x22
const comma = 0x2c
const backslash = 0x5c

/**
 * Writes a text cut at its blanks as the inside of a JSON list of texts, and returns where it ends: `a b` as `"a","b"`,
 * which takes two quotes, and two bytes more for each blank. Undefined when it has not `blanks` of them, or a character that JSON escapes; what lies behind `at`
 * is then of no meaning. The text is encoded behind its place and moved there: a third of the time of making a text
 * with the quotes in it.
 */
export function putWords(
  into: Uint8Array,
  at: number,
  text: string,
  blanks: number,
): number | undefined {
  into[at] = quote
  let to = at + 1
  let from = to + 2 * blanks
  const end = from + encoder.encodeInto(text, into.subarray(from)).written
  let seen = 0
  while (from < end) {
    const byte = into[from] ?? 0
    from += 1
    if (byte === blank) {
      seen += 1
      if (seen > blanks) return undefined
      into[to] = quote
      into[to + 1] = comma
      into[to + 2] = quote
      to += 3
    } else if (byte < blank || byte === quote || byte === backslash) return undefined
    else {
      into[to] = byte
      to += 1
    }
  }
  into[to] = quote
  return seen === blanks ? to + 1 : undefined
}

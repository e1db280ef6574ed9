/** The key of an object that stands for an integer whose digits a JavaScript number would lose. */
const integerKey = 'integer beyond 2^53'

/** Digits of which a number may lose some. */
const longNumber = /(?<![\d.eE+-])-?[1-9]\d{15,}(?![\d.eE])/g

/**
 * Like `JSON.parse`, and integers that a number cannot hold keep their digits: as `{"integer beyond 2^53":
 * "12345678901234567890"}`, which `printExactly` writes as a number again. It costs nothing where there are none.
 */
export function parseExactly(text: string): unknown {
  return JSON.parse(holdsLongDigits(text) ? withIntegersMarked(text) : text)
}

/** Like `JSON.stringify` for what `parseExactly` gave. */
export function printExactly(value: unknown): string {
  const text = JSON.stringify(value) ?? 'null'
  if (!text.includes(integerKey)) return text
  return text.replaceAll(/\{"integer beyond 2\^53":"(-?[1-9]\d+)"\}/g, '$1')
}

/** The digits of an integer that a number cannot hold; undefined when a value is none. */
export function integerDigits(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, integerKey)) {
    return undefined
  }
  const digits: unknown = Reflect.get(value, integerKey)
  return typeof digits === 'string' && /^-?[1-9]\d+$/.test(digits) ? digits : undefined
}

/** Looks at every sixteenth character: sixteen digits in a row cannot hide between two of them. */
function holdsLongDigits(text: string): boolean {
  for (let at = 15; at < text.length; at += 16) {
    if (!isDigit(text, at)) continue
    let from = at
    while (isDigit(text, from - 1)) from -= 1
    let to = at + 1
    while (to - from < 16 && isDigit(text, to)) to += 1
    if (to - from >= 16) return true
  }
  return false
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= 48 && code <= 57
}

/** Numbers stand outside of strings only. What is no JSON stays none. */
function withIntegersMarked(text: string): string {
  const pieces: string[] = []
  for (let at = 0; at < text.length; ) {
    const quote = text.indexOf('"', at)
    const open = quote === -1 ? text.length : quote
    pieces.push(text.slice(at, open).replaceAll(longNumber, marked))
    at = endOfString(text, open)
    pieces.push(text.slice(open, at))
  }
  return pieces.join('')
}

function marked(digits: string): string {
  return String(Number(digits)) === digits ? digits : `{"${integerKey}":"${digits}"}`
}

/** Behind the string that begins at `open`. */
function endOfString(text: string, open: number): number {
  for (let at = open + 1; ; ) {
    const quote = text.indexOf('"', at)
    if (quote === -1) return text.length
    let slashes = 0
    while (text[quote - 1 - slashes] === '\\') slashes += 1
    if (slashes % 2 === 0) return quote + 1
    at = quote + 1
  }
}

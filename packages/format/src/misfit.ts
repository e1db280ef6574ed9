type Expected = 'value' | 'first-item' | 'first-key' | 'key' | 'colon' | 'next' | 'end'

const space = /[ \t\n\r]*/y
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const word = /true|false|null/y

/**
 * The offset of the first character that does not fit into JSON; the length of the text when it merely
 * ends too early. Engines word their errors differently and often without a position, hence this walk.
 */
export function firstMisfit(text: string): number {
  const open: ('{' | '[')[] = []
  let expected: Expected = 'value'
  let at = skip(text, 0, space)
  while (at < text.length && expected !== 'end') {
    const character = text[at]
    if (expected === 'colon') {
      if (character !== ':') return at
      expected = 'value'
      at += 1
    } else if (expected === 'next') {
      const inside = open.at(-1)
      if (character === ',') expected = inside === '{' ? 'key' : 'value'
      else if (character === (inside === '{' ? '}' : ']')) expected = close(open)
      else return at
      at += 1
    } else if (closes(expected, character)) {
      expected = close(open)
      at += 1
    } else if (expected === 'key' || expected === 'first-key') {
      if (character !== '"') return at
      const end = endOfString(text, at)
      if (!end.closed) return end.at
      at = end.at
      expected = 'colon'
    } else if (character === '{' || character === '[') {
      open.push(character)
      expected = character === '{' ? 'first-key' : 'first-item'
      at += 1
    } else {
      const end = character === '"' ? endOfString(text, at) : endOfScalar(text, at)
      if (!end.closed) return end.at
      at = end.at
      expected = open.length === 0 ? 'end' : 'next'
    }
    at = skip(text, at, space)
  }
  return at
}

interface End {
  readonly closed: boolean
  readonly at: number
}

function closes(expected: Expected, character: string | undefined): boolean {
  return (
    (expected === 'first-item' && character === ']') ||
    (expected === 'first-key' && character === '}')
  )
}

function close(open: ('{' | '[')[]): Expected {
  open.pop()
  return open.length === 0 ? 'end' : 'next'
}

/** Behind the match at this place; the place itself when nothing matches. */
function skip(text: string, at: number, pattern: RegExp): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : at
}

function endOfScalar(text: string, at: number): End {
  const end = Math.max(skip(text, at, word), skip(text, at, number))
  if (end > at) return { closed: true, at: end }
  // A word or a minus that the end of the text cuts off is not wrong, only unfinished.
  const rest = text.slice(at)
  const cut = rest === '-' || ['true', 'false', 'null'].some((one) => one.startsWith(rest))
  return { closed: false, at: cut ? text.length : at }
}

function endOfString(text: string, start: number): End {
  for (let at = start + 1; at < text.length; at += 1) {
    const character = text[at]
    if (character === '"') return { closed: true, at: at + 1 }
    if (text.charCodeAt(at) < 0x20) return { closed: false, at }
    if (character !== '\\') continue
    at += 1
    if (at >= text.length) break
    if (text[at] === 'u') {
      for (let digit = at + 1; digit <= at + 4 && digit < text.length; digit += 1) {
        if (!/[\da-fA-F]/.test(text.charAt(digit))) return { closed: false, at: digit }
      }
      at += 4
    } else if (!'"\\/bfnrt'.includes(text.charAt(at))) return { closed: false, at }
  }
  return { closed: false, at: text.length }
}

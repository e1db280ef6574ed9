const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  a: '\u0007',
  b: '\b',
  f: '\f',
  v: '\v',
  '\\': '\\',
  "'": "'",
  '"': '"',
}

/** What may stand before a text: white space, and the `u` of Python 2. */
const opening = /\s*u?(?=['"])/y

/** A bare word or number. */
const bare = /\s*([^\s'",[\]\\][^'",[\]\\]*)/y

/** What ends an item. */
const ending = /\s*(?:,|$)/y

/** Whether a cell holds a list of Python. */
export function isList(cell: string): boolean {
  return parseList(cell) !== undefined
}

/** The texts of a list such as `['a', "b"]`; undefined when it is none. Nothing is run. */
export function parseList(cell: string): readonly string[] | undefined {
  const trimmed = cell.trim()
  if (!trimmed.startsWith('[') || !trimmed.endsWith(']') || trimmed.length < 2) return undefined
  const inner = trimmed.slice(1, -1)
  if (inner.trim() === '') return []
  const texts: string[] = []
  for (let at = 0; at < inner.length; ) {
    // Python allows a comma behind the last item.
    if (texts.length > 0 && inner.slice(at).trim() === '') break
    const open = behind(opening, inner, at)
    const end = open === undefined ? behind(bare, inner, at) : endOfText(inner, open)
    const next = end === undefined ? undefined : behind(ending, inner, end)
    if (end === undefined || next === undefined) return undefined
    const isText = open !== undefined
    texts.push(isText ? unescaped(inner.slice(open + 1, end - 1)) : inner.slice(at, end).trim())
    at = next
  }
  return texts
}

/** Behind the match at this place; undefined when nothing matches there. */
function behind(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : undefined
}

/** Behind the text whose quote opens at `open`. A loop: patterns overflow the stack of long texts. */
function endOfText(text: string, open: number): number | undefined {
  for (let at = open + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1
    else if (text[at] === text[open]) return at + 1
  }
  return undefined
}

/** Texts as a list of Python, in UTF-8 and without escapes but those it needs. */
export function printList(texts: readonly string[]): string {
  return `[${texts.map(quoted).join(', ')}]`
}

function quoted(text: string): string {
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t')
  if (!escaped.includes("'")) return `'${escaped}'`
  return escaped.includes('"') ? `'${escaped.replaceAll("'", "\\'")}'` : `"${escaped}"`
}

const written = /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([0-7]{1,3})|\n|([\s\S]))/g

function unescaped(text: string): string {
  return text.replace(
    written,
    (whole: string, two, four, eight, octal, sign: string | undefined) => {
      const hex: string | undefined = two ?? four ?? eight
      if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8))
      if (hex !== undefined) {
        const code = Number.parseInt(hex, 16)
        return code <= 0x10ffff ? String.fromCodePoint(code) : whole
      }
      if (sign === undefined) return ''
      // An escape that Python does not know stands for itself.
      return escapes[sign] ?? whole
    },
  )
}

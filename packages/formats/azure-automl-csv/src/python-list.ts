const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  '\\': '\\',
  "'": "'",
  '"': '"',
}

/** A quoted text with its escapes, or a bare word or number, with what may stand around it. */
const item =
  /\s*(?:'((?:[^'\\]|\\[\s\S])*)'|"((?:[^"\\]|\\[\s\S])*)"|([^\s'",[\]\\][^'",[\]\\]*))\s*(,|$)/y

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
    item.lastIndex = at
    const found = item.exec(inner)
    if (found === null) return undefined
    const [whole, single, double, bare] = found
    texts.push(bare?.trim() ?? unescaped(single ?? double ?? ''))
    at += whole.length
  }
  return texts
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

const written = /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|\n|([\s\S]))/g

function unescaped(text: string): string {
  return text.replace(written, (whole: string, two, four, eight, sign: string | undefined) => {
    const hex: string | undefined = two ?? four ?? eight
    if (hex !== undefined) {
      const code = Number.parseInt(hex, 16)
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole
    }
    if (sign === undefined) return ''
    // An escape that Python does not know stands for itself.
    return escapes[sign] ?? whole
  })
}

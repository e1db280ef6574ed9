/**
 * Readers split lines at any Unicode white space, skip lines that begin with `#` and cut files at
 * `-DOCSTART-`. What would fall victim to that is written in other characters: a blank as U+2423, any
 * other character as U+241B, its number in hexadecimal and a semicolon. The two marks are written so
 * themselves, so every text comes back, and the same text is written the same in every file.
 */
export interface Escapes {
  token(text: string): string
  label(name: string): string
  /** What was written in other characters, and for what. */
  used(): EscapeTable
}

/** Both maps go from what stands in the files to what it means. */
export interface EscapeTable {
  readonly characters: Readonly<Record<string, string>>
  readonly labels: Readonly<Record<string, string>>
}

const blank = '\u2423'
const mark = '\u241b'

/** Every escape ends with a semicolon or is the one sign for a blank. */
const marked = /\u2423|\u241b[^;]*;/g

/** Everything a reader may take for the end of a token or line, the two marks, and half characters. */
const unsafe = /[\s\p{Cc}\p{Surrogate}\u2423\u241b]/gu
const unsafeInLabels = /[\s\p{Cc}\p{Surrogate}%-]/gu

/** The table of a file that needs no escapes. */
export const noEscapes: EscapeTable = { characters: {}, labels: {} }

/** The token that was written; a mark that the table does not have stands as it is. */
export function unescapedToken(written: string, { characters }: EscapeTable): string {
  if (!written.includes(blank) && !written.includes(mark)) return written
  return written.replaceAll(marked, (found) =>
    Object.hasOwn(characters, found) ? (characters[found] ?? found) : found,
  )
}

/** The label name that was written. */
export function unescapedLabel(written: string, { labels }: EscapeTable): string {
  return Object.hasOwn(labels, written) ? (labels[written] ?? written) : written
}

/** Starts without anything escaped. */
export function openEscapes(): Escapes {
  const characters = new Map<string, string>()
  const labels = new Map<string, string>()
  const known = new Map<string, string>()
  const write = (character: string): string => {
    const code = (character.codePointAt(0) ?? 0).toString(16)
    const written = character === ' ' ? blank : `${mark}${code};`
    characters.set(written, character)
    return written
  }
  return {
    token(text) {
      if (text === '') {
        characters.set(`${mark};`, '')
        return `${mark};`
      }
      const body = text.replaceAll(unsafe, write)
      const first = body.charAt(0)
      return first === '#' || body === '-DOCSTART-' ? write(first) + body.slice(1) : body
    },
    label(name) {
      const seen = known.get(name)
      if (seen !== undefined) return seen
      const written = escapedLabel(name)
      known.set(name, written)
      if (written !== name) labels.set(written, name)
      return written
    },
    used: () => ({ characters: sorted(characters), labels: sorted(labels) }),
  }
}

/**
 * Labels are written like addresses: `%` and the bytes of the character. Tags are split at hyphens, and
 * the label `O` or no label at all must not look like the tag `O`.
 */
function escapedLabel(name: string): string {
  if (name === '') return '%'
  if (name === 'O') return '%4F'
  return name.replaceAll(unsafeInLabels, (character) => {
    const code = character.codePointAt(0) ?? 0
    if (code >= 0xd800 && code <= 0xdfff) return `%u${code.toString(16)}`
    if (code > 0x7f) return encodeURIComponent(character)
    return `%${code.toString(16).toUpperCase().padStart(2, '0')}`
  })
}

function sorted(map: ReadonlyMap<string, string>): Record<string, string> {
  return Object.fromEntries([...map].sort(([a], [b]) => (a < b ? -1 : 1)))
}

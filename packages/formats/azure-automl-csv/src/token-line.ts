/** What may stand between a token and its tag. */
export type Separator = 'blank' | 'tab' | 'comma'

/** A line of tokens and tags, taken apart. */
export interface TokenLine {
  readonly token: string
  /** Empty when there is only a token. */
  readonly tag: string
  /** Absent when there is only a token. */
  readonly separator?: Separator
}

const separators = [
  ['\t', 'tab'],
  [' ', 'blank'],
  [',', 'comma'],
] as const satisfies readonly (readonly [string, Separator])[]

const iob = /^(?:O|[BI]-.+)$/s

/** Whether a text is a tag of IOB2. */
export function isTag(text: string): boolean {
  return iob.test(text)
}

/**
 * Takes a line apart: at the last tab, blank or comma with a tag behind it, else at the last of the first kind.
 * Blanks and tabs at its end are no part of it.
 */
export function tokenLine(source: string): TokenLine {
  const line = source.replace(/[ \t]+$/, '')
  const cuts = separators
    .map(([sign, separator]) => ({ at: line.lastIndexOf(sign), separator }))
    .filter(({ at }) => at !== -1)
  const cut = cuts.find(({ at }) => isTag(line.slice(at + 1))) ?? cuts[0]
  if (cut === undefined) return { token: line, tag: '' }
  const { at, separator } = cut
  const token = line.slice(0, at)
  return {
    token: separator === 'comma' ? unquoted(token) : token,
    tag: line.slice(at + 1),
    separator,
  }
}

function unquoted(field: string): string {
  const isQuoted = field.length > 1 && field.startsWith('"') && field.endsWith('"')
  return isQuoted ? field.slice(1, -1).replaceAll('""', '"') : field
}

/** The share of lines with a tag among those that are not empty, from 0 to 1; 0 when all are empty. */
export function taggedShare(lines: readonly string[]): number {
  const filled = lines.filter((line) => line !== '')
  if (filled.length === 0) return 0
  return filled.filter((line) => isTag(tokenLine(line).tag)).length / filled.length
}

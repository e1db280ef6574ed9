import { type Field, formulaLike, tableReasons, wellFormed } from '@labelport/format'
import type { TsvOptions } from './options.ts'

/** Why statements come out changed or not at all. */
export const reasons = {
  ...tableReasons,
  'half-character': 'The text holds half a character, which UTF-8 cannot; it became U+FFFD.',
  'formula-escaped': "The text begins like a formula; it was written with a ' in front.",
  'break-quoted':
    'The text holds a tab or line break; it was put in quotes, which not every reader of TSV takes off.',
  'break-escaped': 'The text holds a tab or line break; it was written as \\t, \\n or \\r.',
  'break-blanked': 'The text holds a tab or line break; a blank was written in its place.',
  'break-rejected': 'The text holds a tab or line break; its field was left empty.',
} as const

/** A change that only TSV makes. */
export type Change = Exclude<keyof typeof reasons, keyof typeof tableReasons>

const escapes: Readonly<Record<string, string>> = { '\t': '\\t', '\n': '\\n', '\r': '\\r' }

/**
 * Turns texts into fields. A text that begins with a quote is put in quotes too, unless the file is one
 * whose quotes are text.
 */
export function fitted(
  { breaks, formulas }: Pick<TsvOptions, 'breaks' | 'formulas'>,
  literal: boolean,
): (text: string) => Field<Change> {
  return (text) => {
    const whole = wellFormed(text)
    const escaped = formulas === 'escape' && formulaLike.test(whole) ? `'${whole}` : whole
    if (/[\t\n\r]/.test(escaped)) return withoutBreaks(escaped, breaks)
    const field = escaped.startsWith('"') && !literal ? quoted(escaped) : escaped
    if (whole !== text) return { text: field, changed: 'half-character' }
    return escaped === whole ? field : { text: field, changed: 'formula-escaped' }
  }
}

function withoutBreaks(text: string, breaks: TsvOptions['breaks']): Field<Change> {
  switch (breaks) {
    case 'quote':
      return { text: quoted(text), changed: 'break-quoted' }
    case 'escape': {
      const escaped = text.replace(/[\t\n\r]/g, (found) => escapes[found] ?? found)
      return { text: escaped, changed: 'break-escaped' }
    }
    case 'blank':
      return { text: text.replace(/\r\n|[\t\n\r]/g, ' '), changed: 'break-blanked' }
    case 'reject':
      return { dropped: 'break-rejected' }
    default:
      return breaks satisfies never
  }
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`
}

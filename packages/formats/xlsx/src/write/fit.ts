import { type Field, tableReasons, wellFormed } from '@labelport/format'
import { mostCharacters } from '../limits.ts'
import type { XlsxOptions } from '../options.ts'

/** Why statements come out changed or not at all. */
export const reasons = {
  ...tableReasons,
  'half-character': 'The text holds half a character, which UTF-8 cannot; it became U+FFFD.',
  'text-too-long': 'The text is longer than the 32,767 characters of a cell; it was left out.',
  'text-cut': 'The text is longer than the 32,767 characters of a cell; its end was cut off.',
  'sheet-full': 'A sheet has 1,048,576 rows; the row is beyond.',
} as const

/** A change that only spreadsheets make. */
export type Change = Exclude<keyof typeof reasons, keyof typeof tableReasons>

/** Whether a text fits a cell. */
export function fitted(long: XlsxOptions['long']): (text: string) => Field<Change> {
  return (text) => {
    const whole = wellFormed(text)
    if (whole.length > mostCharacters) {
      if (long === 'reject') return { dropped: 'text-too-long' }
      return { text: wellCut(whole), changed: 'text-cut' }
    }
    return whole === text ? whole : { text: whole, changed: 'half-character' }
  }
}

function wellCut(text: string): string {
  const cut = text.slice(0, mostCharacters)
  return /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut
}

const unwritable = /(?![\t\n])\p{Cc}|[\uFFFE\uFFFF]|_(?=x[\dA-Fa-f]{4}_)/gu

/** Quick, and false for nearly all texts. */
const maybeUnwritable = /[\p{Cc}_\uFFFE\uFFFF]/u

/** The text with `_x000D_` and the like for what XML cannot hold or would change. */
export function escaped(text: string): string {
  if (!maybeUnwritable.test(text)) return text
  return text.replace(
    unwritable,
    (found) => `_x${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
  )
}

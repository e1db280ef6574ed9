import { formulaLike } from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import Papa from 'papaparse'

/** How a file is laid out where that differs from what Datasaur writes. Kept in `extra`. */
export interface Style {
  readonly lineEnd?: '\n' | '\r'
  readonly quotes?: 'all'
  /** The last record has no line end. */
  readonly openEnd?: true
}

/** The style a document was read with; Datasaur's own when it says nothing sensible. */
export function styleOf({ extra }: LabeledDocument): Style {
  const found = extra?.csv
  if (typeof found !== 'object' || found === null) return {}
  const { lineEnd, quotes, openEnd } = found as Readonly<Record<string, unknown>>
  return {
    ...((lineEnd === '\n' || lineEnd === '\r') && { lineEnd }),
    ...(quotes === 'all' && { quotes }),
    ...(openEnd === true && { openEnd }),
  }
}

/** Records as lines of CSV, each with its line end. */
export function linesOf(
  records: readonly (readonly string[])[],
  { lineEnd, quotes }: Style,
  formulas: 'keep' | 'escape',
): string {
  if (records.length === 0) return ''
  const text = Papa.unparse(records as string[][], {
    newline: lineEnd ?? '\r\n',
    quotes: quotes === 'all',
    // Papaparse's own pattern overlooks texts of several lines.
    escapeFormulae: formulas === 'escape' && formulaLike,
  })
  return text + (lineEnd ?? '\r\n')
}

/** The style of a file as its header shows it. */
export function styleOfHeader(names: readonly string[], raw: string, lineEnd: string): Style {
  const ends: Style = lineEnd === '\n' || lineEnd === '\r' ? { lineEnd } : {}
  const written = (style: Style): string => linesOf([names], style, 'keep').slice(0, -2)
  if (written({}) === raw || written({ quotes: 'all' }) !== raw) return ends
  return { ...ends, quotes: 'all' }
}

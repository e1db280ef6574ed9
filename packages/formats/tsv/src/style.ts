import type { LabeledDocument } from '@labelport/model'

/** How a file is laid out where that differs from what is written by default. Kept in `extra`. */
export interface Style {
  readonly lineEnd?: '\n' | '\r'
  /** Fields that begin with a quote were read as they stand. */
  readonly quotes?: 'text'
  /** The last record has no line end. */
  readonly openEnd?: true
}

/** The style a document was read with; empty when it says nothing sensible. */
export function styleOf({ extra }: LabeledDocument): Style {
  const found = extra?.tsv
  if (typeof found !== 'object' || found === null) return {}
  const { lineEnd, quotes, openEnd } = found as Readonly<Record<string, unknown>>
  return {
    ...((lineEnd === '\n' || lineEnd === '\r') && { lineEnd }),
    ...(quotes === 'text' && { quotes }),
    ...(openEnd === true && { openEnd }),
  }
}

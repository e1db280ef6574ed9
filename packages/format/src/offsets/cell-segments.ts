import { type LabeledDocument, type Span, toCodePoints } from '@labelport/model'
import type { Fates } from '../fates.ts'
import { cutsCharacter, type Stretch } from './unit-evidence.ts'

/** A labeled stretch of one cell, in code points. */
export interface CellSegment extends Stretch {
  /** Index into the document's cells. */
  readonly cell: number
  readonly name: string
}

/** Why a span is not in a file of offsets as it was. */
export const segmentReasons = {
  'span-split': 'The span covers several rows and became a label in each of them.',
  'span-not-shown': 'The span is empty or its rows are not written.',
  'span-cuts-character': 'The span begins or ends inside a character.',
} as const

/** A name of such a reason. */
export type SegmentFate = keyof typeof segmentReasons

/** What `cellSegments` has to know of a file. */
export interface SegmentRules<Code extends string> {
  /** Whether a cell is in the file. */
  readonly isWritten: (cell: number) => boolean
  /** The name of a span's label, and why it does not lead back to it; or why the span is left out. */
  readonly nameOf: (
    span: Span,
  ) => { readonly name: string; readonly change?: Code } | { readonly drop: Code }
}

/** Cuts spans at the ends of rows and tells what became of each. */
export function cellSegments<Code extends string>(
  { cells, annotations }: LabeledDocument,
  { isWritten, nameOf }: SegmentRules<Code>,
  fates: Fates<Code | SegmentFate>,
): CellSegment[] {
  const segments: CellSegment[] = []
  for (const span of annotations) {
    if (span.type !== 'span') continue
    const { cell: first, endCell: last = first, start, end } = span.target
    if (
      cutsCharacter(cells[first]?.text ?? '', start) ||
      cutsCharacter(cells[last]?.text ?? '', end)
    ) {
      fates.drop('span', 'span-cuts-character', span.id)
      continue
    }
    const pieces: Omit<CellSegment, 'name'>[] = []
    for (let cell = first; cell <= last; cell += 1) {
      const text = cells[cell]?.text ?? ''
      const begin = toCodePoints(text, cell === first ? start : 0)
      // The carriage return of a row from a file with CR LF belongs to the line end.
      const to = toCodePoints(text, cell === last ? end : text.replace(/\r$/, '').length)
      if (isWritten(cell) && begin < to) pieces.push({ cell, begin, end: to })
    }
    if (pieces.length === 0) {
      fates.drop('span', 'span-not-shown', span.id)
      continue
    }
    const named = nameOf(span)
    if ('drop' in named) {
      fates.drop('span', named.drop, span.id)
      continue
    }
    const { name, change } = named
    if (first !== last) fates.change('span', 'span-split', span.id)
    else if (change !== undefined) fates.change('span', change, span.id)
    else fates.keep('span')
    for (const piece of pieces) segments.push({ ...piece, name })
  }
  return segments
}

import {
  growingRanges,
  idText,
  type LabelUses,
  type ListScan,
  parsedElement,
  type RowRange,
  type RowRanges,
  rangeBetween,
  valueEnd,
} from '@labelport/format'
import { lookAtLabel } from './look-at-label.ts'

/** The rows of arrows, which are those of the spans they join; without places until they are placed. */
export interface ArrowRows extends ListScan, RowRanges {
  /** By the arrow's index: the ids of the spans it joins. */
  readonly ends: readonly ArrowEnds[]
  /** Gives arrows the rows from one span to the other. */
  place(spans: RowRanges, indexOf: ReadonlyMap<string, number>): void
}

/** Ids of the spans that an arrow joins; undefined where it names none. */
export interface ArrowEnds {
  readonly from: string | undefined
  readonly to: string | undefined
}

/** Starts before the first arrow. `uses` is told of all. */
export function openArrowRows(pieceBytes: number, uses: LabelUses): ArrowRows {
  const ranges = growingRanges()
  const ends: ArrowEnds[] = []
  return {
    pieceBytes,
    first: ranges.first,
    last: ranges.last,
    ends,
    elementEnd: valueEnd,
    take(bytes, from, to) {
      const arrow = parsedElement(bytes, from, to)
      if (arrow !== undefined) lookAtLabel(arrow, uses)
      ends.push({ from: idText(arrow?.originId), to: idText(arrow?.destinationId) })
      ranges.add(-1, -1)
    },
    place(spans, indexOf) {
      for (const [index, { from, to }] of ends.entries()) {
        const range: RowRange | undefined = rangeBetween(
          spans,
          indexOf.get(from ?? ''),
          indexOf.get(to ?? ''),
        )
        if (range !== undefined) ranges.set(index, range)
      }
    },
  }
}

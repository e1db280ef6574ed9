import {
  growingRanges,
  integerAt,
  type ListScan,
  parsedElement,
  type RowRanges,
  valueEnd,
  watchKeys,
} from '@labelport/format'

/** Starts before the first of `rowAnswerSets`, each of which is about the row of its number. */
export function openAnswerSetRows(pieceBytes: number): ListScan & RowRanges {
  const ranges = growingRanges()
  return {
    pieceBytes,
    first: ranges.first,
    last: ranges.last,
    elementEnd: valueEnd,
    take() {
      const row = ranges.first.length()
      ranges.add(row, row)
    },
  }
}

/** Starts before the first of `rowAnswers`, each of which names its row. */
export function openRowAnswerRows(pieceBytes: number): ListScan & RowRanges {
  const ranges = growingRanges()
  const keys = watchKeys(['row'])
  return {
    pieceBytes,
    first: ranges.first,
    last: ranges.last,
    elementEnd: keys.end,
    take(bytes, from, to) {
      const [rowAt = -1] = keys.valueAt
      const plain = keys.hasEscapedKey || rowAt === -1 ? -1 : integerAt(bytes, rowAt, to)
      const row = plain === -1 ? parsedElement(bytes, from, to)?.row : plain
      ranges.add(row, row)
    },
  }
}

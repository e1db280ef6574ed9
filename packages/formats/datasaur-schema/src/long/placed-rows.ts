import {
  growingRanges,
  integerAt,
  isObject,
  type ListScan,
  parsedElement,
  type RowRanges,
  skipSpace,
  watchKeys,
} from '@labelport/format'

/** The rows of labels with a `textPosition`, found without parsing most of them. */
export type PlacedRows = ListScan & RowRanges

const openBrace = 0x7b

/** Starts before the first label. */
export function openPlacedRows(pieceBytes: number): PlacedRows {
  const ranges = growingRanges()
  const label = watchKeys(['textPosition'])
  const position = watchKeys(['start', 'end'])
  const end = watchKeys(['row'])

  /** The row of an end; -1 when it is not plain to see. */
  const rowAt = (bytes: Uint8Array, valueAt: number, to: number): number => {
    const from = valueAt === -1 ? to : skipSpace(bytes, valueAt, to)
    if (bytes[from] !== openBrace) return -1
    end.end(bytes, from, to)
    const [rowValueAt = -1] = end.valueAt
    return end.hasEscapedKey || rowValueAt === -1 ? -1 : integerAt(bytes, rowValueAt, to)
  }

  /** Adds the rows of a label that looks as usual. */
  const addPlain = (bytes: Uint8Array, valueAt: number, to: number): boolean => {
    const from = skipSpace(bytes, valueAt, to)
    if (bytes[from] !== openBrace) return false
    position.end(bytes, from, to)
    if (position.hasEscapedKey) return false
    const [startAt = -1, endAt = -1] = position.valueAt
    const start = rowAt(bytes, startAt, to)
    const last = start === -1 ? -1 : rowAt(bytes, endAt, to)
    if (last !== -1) ranges.add(start, last)
    return last !== -1
  }

  return {
    pieceBytes,
    first: ranges.first,
    last: ranges.last,
    elementEnd: label.end,
    take(bytes, from, to) {
      const [valueAt = -1] = label.valueAt
      const isPlain = bytes[from] === openBrace && !label.hasEscapedKey && valueAt !== -1
      if (isPlain && addPlain(bytes, valueAt, to)) return
      const value = parsedElement(bytes, from, to)?.textPosition
      const { start, end: last } = isObject(value) ? value : {}
      ranges.add(isObject(start) ? start.row : -1, isObject(last) ? last.row : -1)
    },
  }
}

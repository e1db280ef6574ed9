import {
  growingRanges,
  integerAt,
  isObject,
  type LabelUses,
  type ListScan,
  parsedElement,
  type RowRanges,
  skipSpace,
  watchKeys,
} from '@labelport/format'
import { lookAtBytes, lookAtLabel } from './look-at-label.ts'

/** The rows of labels with a `textPosition`, found without parsing most of them. */
export type PlacedRows = ListScan & RowRanges

const openBrace = 0x7b

/** Starts before the first label. `uses` is told of all. */
export function openPlacedRows(pieceBytes: number, uses?: LabelUses): PlacedRows {
  const ranges = growingRanges()
  const label = watchKeys(['textPosition', 'labelName', 'layer', 'labelSetIndex'])
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
      const [valueAt = -1, nameAt = -1, layerAt = -1, setAt = -1] = label.valueAt
      const isPlain = bytes[from] === openBrace && !label.hasEscapedKey
      const isSeen =
        uses === undefined || (isPlain && lookAtBytes(bytes, { nameAt, layerAt, setAt }, to, uses))
      const isPlaced = isPlain && valueAt !== -1 && addPlain(bytes, valueAt, to)
      if (isSeen && isPlaced) return
      const source = parsedElement(bytes, from, to)
      if (!isSeen && source !== undefined) lookAtLabel(source, uses)
      if (isPlaced) return
      const value = source?.textPosition
      const { start, end: last } = isObject(value) ? value : {}
      ranges.add(isObject(start) ? start.row : -1, isObject(last) ? last.row : -1)
    },
  }
}

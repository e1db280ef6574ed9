import {
  idText,
  type JsonObject,
  type ListScan,
  positionOfLabel,
  skipSpace,
  valueEnd,
} from '@labelport/format'
import { bytesOfKey, integerAt, isKey, parsedElement } from './element-keys.ts'
import { growingIntegers } from './growing-integers.ts'

/** The rows of labels, found without parsing most of them. */
export interface LabelRows extends ListScan {
  /** By the label's index: its first row; -1 where it has no place. */
  readonly first: Integers
  /** Its last row. */
  readonly last: Integers
  readonly arrows: readonly Arrow[]
  readonly hasTimestamps: boolean
  readonly firstLabel: unknown
}

/** Integers by index. */
export type Integers = ReturnType<typeof growingIntegers>

/** An arrow and the ids of the labels it joins. */
export interface Arrow {
  readonly index: number
  readonly from: string | undefined
  readonly to: string | undefined
}

const openBrace = 0x7b
const startKey = bytesOfKey('startCellLine')
const endKey = bytesOfKey('endCellLine')
const typeKey = bytesOfKey('type')
const spanType = bytesOfKey('"SPAN"')

/** Starts before the first label. What is no ordinary span is parsed. */
export function openLabelRows(pieceBytes: number): LabelRows {
  const first = growingIntegers()
  const last = growingIntegers()
  const arrows: Arrow[] = []
  let hasTimestamps = false
  let firstLabel: unknown
  let startAt = -1
  let endAt = -1
  let typeAt = -1
  let hasEscapedKey = false
  let scanned: Uint8Array = new Uint8Array(0)
  const keySeen = (from: number, to: number, valueAt: number, isEscaped: boolean): void => {
    if (isEscaped) hasEscapedKey = true
    else if (isKey(scanned, from, to, startKey)) startAt = valueAt
    else if (isKey(scanned, from, to, endKey)) endAt = valueAt
    else if (isKey(scanned, from, to, typeKey)) typeAt = valueAt
  }
  const add = (one: number, other: number): void => {
    first.add(Math.min(one, other))
    last.add(Math.max(one, other))
  }
  const addParsed = (source: JsonObject): void => {
    if (source.type === 'TIMESTAMP') hasTimestamps = true
    if (source.type === 'ARROW') {
      const { originId, destinationId } = source
      arrows.push({ index: first.length(), from: idText(originId), to: idText(destinationId) })
    }
    const position = source.type === 'ARROW' ? undefined : positionOfLabel(source)
    if (position === undefined || !isRow(position.startRow) || !isRow(position.endRow)) add(-1, -1)
    else add(position.startRow, position.endRow)
  }
  return {
    pieceBytes,
    first,
    last,
    arrows,
    get hasTimestamps() {
      return hasTimestamps
    },
    get firstLabel() {
      return firstLabel
    },
    elementEnd(bytes, from, to) {
      scanned = bytes
      startAt = -1
      endAt = -1
      typeAt = -1
      hasEscapedKey = false
      return valueEnd(bytes, from, to, keySeen)
    },
    take(bytes, from, to) {
      if (first.length() === 0) firstLabel = parsedElement(bytes, from, to)
      const isSpan =
        bytes[from] === openBrace && !hasEscapedKey && typeAt !== -1 && isSpanAt(bytes, typeAt, to)
      const start = isSpan && startAt !== -1 ? integerAt(bytes, startAt, to) : -1
      const end = isSpan && endAt !== -1 ? integerAt(bytes, endAt, to) : -1
      if (start !== -1 && end !== -1) return add(start, end)
      const source = parsedElement(bytes, from, to)
      if (source === undefined) add(-1, -1)
      else addParsed(source)
    },
  }
}

function isSpanAt(bytes: Uint8Array, valueAt: number, to: number): boolean {
  const from = skipSpace(bytes, valueAt, to)
  return isKey(bytes, from, from + spanType.length, spanType)
}

/** What fits an array of 32-bit integers; text has no rows beyond. */
function isRow(row: number): boolean {
  return row >= 0 && row < 2 ** 31
}

import {
  bytesOfKey,
  growingRanges,
  idText,
  integerAt,
  isKey,
  type JsonObject,
  type LabelUses,
  type ListScan,
  parsedElement,
  positionOfLabel,
  type RowRange,
  type RowRanges,
  skipSpace,
  watchKeys,
} from '@labelport/format'

/** The rows of labels, found without parsing most of them. */
export interface LabelRows extends ListScan, RowRanges {
  readonly arrows: readonly Arrow[]
  readonly hasTimestamps: boolean
  readonly hasBoxes: boolean
  readonly firstLabel: unknown
  /** Sets the rows of an arrow, which are those of the labels it joins. */
  set(index: number, range: RowRange): void
}

/** An arrow and the ids of the labels it joins. */
export interface Arrow {
  readonly index: number
  readonly from: string | undefined
  readonly to: string | undefined
}

const openBrace = 0x7b
const spanType = bytesOfKey('"SPAN"')

/** Starts before the first label. What is no ordinary span is parsed. `uses` is told of all. */
export function openLabelRows(pieceBytes: number, uses: LabelUses): LabelRows {
  const ranges = growingRanges()
  const keys = watchKeys([
    ...['startCellLine', 'endCellLine', 'type'],
    ...['layer', 'labelSetItemId'],
  ])
  const arrows: Arrow[] = []
  let hasTimestamps = false
  let hasBoxes = false
  let firstLabel: unknown
  const addParsed = (source: JsonObject): void => {
    if (source.type === 'TIMESTAMP') hasTimestamps = true
    else if (source.type === 'BOUNDING_BOX') hasBoxes = true
    else uses.add(source.layer, source.labelSetItemId)
    if (source.type === 'ARROW') {
      const { originId, destinationId } = source
      const index = ranges.first.length()
      arrows.push({ index, from: idText(originId), to: idText(destinationId) })
    }
    const position = source.type === 'ARROW' ? undefined : positionOfLabel(source)
    ranges.add(position?.startRow, position?.endRow)
  }
  return {
    pieceBytes,
    first: ranges.first,
    last: ranges.last,
    set: ranges.set,
    arrows,
    get hasTimestamps() {
      return hasTimestamps
    },
    get hasBoxes() {
      return hasBoxes
    },
    get firstLabel() {
      return firstLabel
    },
    elementEnd: keys.end,
    take(bytes, from, to) {
      if (ranges.first.length() === 0) firstLabel = parsedElement(bytes, from, to)
      const [startAt = -1, endAt = -1, typeAt = -1, layerAt = -1, itemAt = -1] = keys.valueAt
      const isSpan =
        bytes[from] === openBrace &&
        !keys.hasEscapedKey &&
        typeAt !== -1 &&
        isSpanAt(bytes, typeAt, to)
      const start = isSpan && startAt !== -1 ? integerAt(bytes, startAt, to) : -1
      const end = isSpan && endAt !== -1 ? integerAt(bytes, endAt, to) : -1
      if (start !== -1 && end !== -1) {
        uses.look(bytes, layerAt, itemAt, to)
        ranges.add(start, end)
        return
      }
      const source = parsedElement(bytes, from, to)
      if (source === undefined) ranges.add(-1, -1)
      else addParsed(source)
    },
  }
}

function isSpanAt(bytes: Uint8Array, valueAt: number, to: number): boolean {
  const from = skipSpace(bytes, valueAt, to)
  return isKey(bytes, from, from + spanType.length, spanType)
}

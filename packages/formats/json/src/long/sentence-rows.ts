import {
  type CutSizes,
  growingRanges,
  integerAt,
  type ListScan,
  parsedElement,
  type RowRanges,
  watchKeys,
} from '@labelport/format'
import { openLabelRows } from './label-rows.ts'

/** The rows of sentences and of the labels in them, found without parsing most of them. */
export interface SentenceRows extends ListScan {
  /** The last row of each piece; that of the piece before when it has none. */
  readonly lastRows: readonly number[]
  /** Whether each sentence has a higher row than the one before. */
  readonly ascend: boolean
  /** From the row of a sentence to another that a label in it names: both are read at once. */
  readonly reaches: RowRanges
}

const openBrace = 0x7b

/** Starts before the first sentence. Rows are given as `readSentences` gives them. */
export function openSentenceRows({ piece, rows }: CutSizes): SentenceRows {
  const keys = watchKeys(['id', 'labels'])
  const labels = openLabelRows()
  const reaches = growingRanges()
  const lastRows: number[] = []
  let lastRow = -1
  let ascend = true
  const reach = (row: number): void => {
    if (row !== lastRow) reaches.add(lastRow, row)
  }
  return {
    pieceBytes: piece,
    pieceElements: rows,
    lastRows,
    reaches,
    get ascend() {
      return ascend
    },
    elementEnd: keys.end,
    take(bytes, from, to, at) {
      lastRows[at] = lastRow
      if (bytes[from] !== openBrace) return
      const [idAt = -1, labelsAt = -1] = keys.valueAt
      const integer = idAt === -1 || keys.hasEscapedKey ? -1 : integerAt(bytes, idAt, to)
      const source = integer === -1 ? parsedElement(bytes, from, to) : undefined
      const id = integer === -1 ? source?.id : integer
      if (typeof id === 'number' && Number.isSafeInteger(id) && id >= 0) {
        if (id <= lastRow) ascend = false
        lastRow = id
      } else lastRow += 1
      lastRows[at] = lastRow
      if (source !== undefined) labels.ofSentence(source, reach)
      else if (labelsAt !== -1 && !labels.ofList(bytes, labelsAt, to, reach)) {
        labels.ofSentence(parsedElement(bytes, from, to) ?? {}, reach)
      }
    },
  }
}

import { isObject } from '../datasaur/json-value.ts'
import { integerAt, parsedElement } from './element-keys.ts'
import type { ListScan } from './json-scanner.ts'
import { watchKeys } from './key-watch.ts'
import type { LabelUses } from './label-uses.ts'
import type { CutSizes } from './read-bounds.ts'
import { growingRanges, type RowRanges } from './row-ranges.ts'
import { openSentenceLabels } from './sentence-labels.ts'

/** The rows of sentences and of the labels in them, found without parsing most of them. */
export interface SentenceRows extends ListScan {
  /** The last row of each piece; that of the piece before when it has none. */
  readonly lastRows: readonly number[]
  /** Whether each sentence has a higher row than the one before. */
  readonly ascend: boolean
  /** From the row of a sentence to another that a label in it names: both are read at once. */
  readonly reaches: RowRanges
  /** The first label that stands in a sentence; undefined when there is none, null when it is no object. */
  readonly firstLabel: unknown
}

const openBrace = 0x7b

/** Starts before the first sentence. Rows are given as `readSentences` gives them. `uses` is told of all labels. */
export function openSentenceRows({ piece, rows }: CutSizes, uses?: LabelUses): SentenceRows {
  const keys = watchKeys(['id', 'labels'])
  const labels = openSentenceLabels(uses)
  const reaches = growingRanges()
  const lastRows: number[] = []
  let lastRow = -1
  let ascend = true
  let firstLabel: unknown
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
    get firstLabel() {
      return firstLabel
    },
    elementEnd: keys.end,
    take(bytes, from, to, at) {
      lastRows[at] = lastRow
      if (bytes[from] !== openBrace) return
      const [idAt = -1, labelsAt = -1] = keys.valueAt
      const integer = idAt === -1 || keys.hasEscapedKey ? -1 : integerAt(bytes, idAt, to)
      let source = integer === -1 ? parsedElement(bytes, from, to) : undefined
      const id = integer === -1 ? source?.id : integer
      if (typeof id === 'number' && Number.isSafeInteger(id) && id >= 0) {
        if (id <= lastRow) ascend = false
        lastRow = id
      } else lastRow += 1
      lastRows[at] = lastRow
      const found = labelsAt === -1 ? 'none' : labels.ofList(bytes, labelsAt, to, reach)
      const isFirst = found !== 'none' && firstLabel === undefined
      if (found === 'unread' || isFirst) source ??= parsedElement(bytes, from, to)
      if (source === undefined) return
      if (found !== 'read' || keys.hasEscapedKey) labels.ofSentence(source, reach)
      if (firstLabel !== undefined || !Array.isArray(source.labels)) return
      const [first] = source.labels
      firstLabel = first === undefined || isObject(first) ? first : null
    },
  }
}

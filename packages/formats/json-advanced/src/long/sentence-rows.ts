import {
  type CutSizes,
  integerAt,
  isObject,
  type ListScan,
  parsedElement,
  skipSpace,
  watchKeys,
} from '@labelport/format'

/** The rows of sentences, found without parsing them. */
export interface SentenceRows extends ListScan {
  /** The last row of each piece; that of the piece before when it has none. */
  readonly lastRows: readonly number[]
  /** Whether each sentence has a higher row than the one before. */
  readonly ascend: boolean
  /** The first short label of the file; undefined when there is none. */
  readonly firstShortLabel: unknown
}

const openBrace = 0x7b
const closeBracket = 0x5d

/** Starts before the first sentence. Rows are given as `readSentences` gives them. */
export function openSentenceRows({ piece, rows }: CutSizes): SentenceRows {
  const keys = watchKeys(['id', 'labels'])
  const lastRows: number[] = []
  let lastRow = -1
  let ascend = true
  let firstShortLabel: unknown
  return {
    pieceBytes: piece,
    pieceElements: rows,
    lastRows,
    get ascend() {
      return ascend
    },
    get firstShortLabel() {
      return firstShortLabel
    },
    elementEnd: keys.end,
    take(bytes, from, to, at) {
      lastRows[at] = lastRow
      if (bytes[from] !== openBrace) return
      const [idAt = -1, labelsAt = -1] = keys.valueAt
      const integer = idAt === -1 || keys.hasEscapedKey ? -1 : integerAt(bytes, idAt, to)
      const mayHaveLabels = firstShortLabel === undefined && !isEmptyList(bytes, labelsAt, to)
      const source = integer === -1 || mayHaveLabels ? parsedElement(bytes, from, to) : undefined
      const id = integer === -1 ? source?.id : integer
      if (typeof id === 'number' && Number.isSafeInteger(id) && id >= 0) {
        if (id <= lastRow) ascend = false
        lastRow = id
      } else lastRow += 1
      lastRows[at] = lastRow
      if (mayHaveLabels && Array.isArray(source?.labels)) {
        const [first] = source.labels
        if (isObject(first)) firstShortLabel = first
        else if (first !== undefined) firstShortLabel = null
      }
    },
  }

  function isEmptyList(bytes: Uint8Array, valueAt: number, to: number): boolean {
    if (keys.hasEscapedKey || valueAt === -1) return !keys.hasEscapedKey
    const open = skipSpace(bytes, valueAt, to)
    return bytes[skipSpace(bytes, open + 1, to)] === closeBracket
  }
}

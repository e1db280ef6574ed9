import { openFates } from '@labelport/format'
import { type LabeledDocument, toCodePoints } from '@labelport/model'
import { keptText } from './kept-text.ts'
import { lateDoubts } from './late-doubts.ts'
import { beginning, ending, type LineWriting, listBeginning, textInside } from './line.ts'
import { listKeys, listsOf } from './lists.ts'
import { reasons } from './reasons.ts'
import { scopeOf } from './scope.ts'

/** The line of a document that comes in segments. */
export interface GatheredLine {
  /** Prints a segment. Nothing of it is held afterwards but what was printed. */
  add(segment: LabeledDocument): void
  /** The line in pieces, when all segments are there. */
  end(): Generator<string | Uint8Array>
}

/**
 * Begins the line of a document with what its first segment says about all of it. Text and lists stand behind each
 * other in a line and grow side by side, so each is printed for itself: what is held is the line and one segment.
 */
export function gatherLine(
  first: LabeledDocument,
  { account, index, options }: LineWriting,
): GatheredLine {
  const outline: LabeledDocument = { ...first, cells: [], annotations: [], comments: [] }
  const head = beginning(outline, options)
  const fates = openFates('jsonl', reasons, account, outline)
  const late = lateDoubts(fates)
  const text = keptText('\\n')
  const lists = new Map(listKeys(options).map((key) => [key, keptText(',')] as const))
  let firstCell = 0
  /** Code points of the text so far; undefined before the first cell that is shown. */
  let points: number | undefined
  return {
    add(segment) {
      const scope = scopeOf(segment, index, options, points === undefined ? 0 : points + 1)
      for (const { key, elements } of listsOf(scope, { fates, doubts: late, firstCell }, options)) {
        const list = lists.get(key)
        for (const element of elements) list?.add(element)
      }
      if (segment.cells.some(({ status }) => status === undefined)) {
        const own = scope.text.text
        text.add(textInside(own))
        points = scope.before + toCodePoints(own, own.length)
      }
      firstCell += segment.cells.length
      fates.close()
    },
    *end() {
      yield head
      yield* text.pieces()
      yield '"'
      for (const [key, list] of lists) {
        yield listBeginning(key)
        yield* list.pieces()
        yield ']'
      }
      yield ending(options)
      late.tell()
      fates.close()
    },
  }
}

import { joinCells, wellFormed } from '@labelport/format'
import { type Cell, speakerOf, type TextTarget } from '@labelport/model'

/** The text of a task, and places in it. */
export interface ShownText {
  readonly object: 'text' | 'dialogue'
  /** What stands in the task for it. */
  readonly data: Readonly<Record<string, unknown>>
  /** The fields of a region that covers a stretch, or why there is none. */
  place(target: TextTarget): Place | { readonly drop: 'span-not-shown' | 'span-cuts-character' }
}

/** Where a region lies. */
interface Place {
  readonly value: Readonly<Record<string, string | number>>
  readonly quote: string
  /** Whether cells inside it are left out. */
  readonly gap: boolean
}

/** Cells of the document by their index in it. */
export type Cells = ReadonlyMap<number, Cell>

/**
 * Cells as the lines of a text. Both the editor and the SDK count offsets in a text in code points: the editor
 * turns what the browser counts into code points before it stores them.
 */
export function plainText(cells: Cells): ShownText {
  const indices = [...cells.keys()]
  const list = [...cells.values()]
  const local = new Map(indices.map((index, at) => [index, at]))
  const joined = joinCells(list, (at) => list[at]?.status === undefined, wellFormed)
  return {
    object: 'text',
    data: { text: joined.text },
    place(target) {
      const covered = coveredBy(target, cells)
      if (covered === undefined) return { drop: 'span-not-shown' }
      const { cell, endCell = cell, start, end } = target
      const from = joined.at(local.get(cell) ?? -1, start)
      const to = joined.at(local.get(endCell) ?? -1, end)
      if (from === undefined || to === undefined) return { drop: 'span-cuts-character' }
      return { value: { start: from, end: to }, ...covered }
    },
  }
}

/**
 * Cells as the turns of a conversation. Offsets in a turn count UTF-16 code units: here the editor stores what
 * the browser counts, and the SDK never cuts turns.
 */
export function dialogue(cells: Cells): ShownText {
  const turns = new Map<number, number>()
  const rows: { readonly speaker: string; readonly text: string }[] = []
  for (const [index, cell] of cells) {
    if (cell.status !== undefined) continue
    turns.set(index, rows.length)
    rows.push({ speaker: speakerOf(cell) ?? '', text: wellFormed(cell.text) })
  }
  return {
    object: 'dialogue',
    data: { dialogue: rows },
    place(target) {
      const covered = coveredBy(target, cells)
      const { cell, endCell = cell, start, end } = target
      const [first, last] = [turns.get(cell), turns.get(endCell)]
      if (covered === undefined || first === undefined || last === undefined) {
        return { drop: 'span-not-shown' }
      }
      const value = { start: String(first), end: String(last), startOffset: start, endOffset: end }
      return { value, ...covered }
    },
  }
}

/** The covered text; undefined when it is empty or an end of it is left out. */
function coveredBy(
  { cell: first, endCell: last = first, start, end }: TextTarget,
  cells: Cells,
): Pick<Place, 'quote' | 'gap'> | undefined {
  const isShown = (index: number) => {
    const cell = cells.get(index)
    return cell !== undefined && cell.status === undefined
  }
  if (!isShown(first) || !isShown(last)) return undefined
  const lines: string[] = []
  let gap = false
  for (let index = first; index <= last; index += 1) {
    if (!isShown(index)) {
      gap = true
      continue
    }
    const text = cells.get(index)?.text ?? ''
    lines.push(text.slice(index === first ? start : 0, index === last ? end : text.length))
  }
  const quote = lines.join('\n')
  return quote === '' ? undefined : { quote: wellFormed(quote), gap }
}

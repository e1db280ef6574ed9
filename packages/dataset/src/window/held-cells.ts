import type { Cell } from '@labelport/model'
import { pieceOf } from './cell-pieces.ts'
import type { Stretch } from './stretch.ts'

/** What became of a cell. */
export interface ReleasedCell {
  readonly cell: Cell
  /** Its number in the file. */
  readonly index: number
  /** Whether a window shows all of it. */
  readonly whole: boolean
  /** How many windows show something of it. */
  readonly pieces: number
}

/** The cells of a file that windows may still need, by their number in the file. */
export interface HeldCells {
  add(cell: Cell): void
  /** How many cells there were so far, with those that were released. */
  count(): number
  at(index: number): Cell | undefined
  /** The cells of a window, cut at its ends. */
  show(stretch: Stretch): readonly Cell[]
  /** Gives up the cells before this one. */
  release(index: number): readonly ReleasedCell[]
}

/** Opens an empty collection. */
export function openHeldCells(): HeldCells {
  /** What lies before `head` was released and goes when it is half of the list. */
  let base = 0
  let head = 0
  let held: { cell: Cell; index: number; whole: boolean; pieces: number }[] = []
  return {
    add(cell) {
      held.push({ cell, index: base + held.length, whole: false, pieces: 0 })
    },
    count: () => base + held.length,
    at: (index) => held[index - base]?.cell,
    show({ start, end }) {
      const shown: Cell[] = []
      for (let index = start.cell; index <= end.cell; index += 1) {
        const one = held[index - base]
        if (one === undefined) continue
        const from = index === start.cell ? start.offset : 0
        const to = index === end.cell ? end.offset : one.cell.text.length
        const piece = pieceOf(one.cell, from, to)
        if (piece === one.cell) one.whole = true
        one.pieces += 1
        shown.push(piece)
      }
      return shown
    },
    release(index) {
      const released = held.slice(head, index - base)
      head = index - base
      if (head * 2 > held.length) {
        held = held.slice(head)
        base = index
        head = 0
      }
      return released
    },
  }
}

import type { Cell } from '@labelport/model'
import { wordRangesOf } from '../text/words.ts'
import type { Position, Stretch } from './stretch.ts'
import type { WindowRule, WindowUnit } from './window-rule.ts'

/** What is never cut: it reaches from here to the next one. */
interface Atom extends Position {
  /** How much of a window it takes. */
  readonly weight: number
  /** Where the atom before it ends. */
  readonly before: Position
}

/** The text of a file from the beginning of the next window on, as a row of atoms. */
export interface Atoms {
  /** A cell of the file; `sameRow` when it goes on with the row of the one before it. */
  add(cell: Cell, index: number, sameRow: boolean): void
  /** The next window, once it is certain that nothing more fits into it. */
  full(): Stretch | undefined
  /** Goes on to where the next window begins. */
  advance(): Position
  /** All that is left. */
  rest(): Stretch
}

/** Opens an empty row. With whole rows a window begins and ends with rows. */
export function openAtoms({ unit, size, stride }: WindowRule, wholeRows: boolean): Atoms {
  let atoms: Atom[] = []
  let head = 0
  let last: Position = { cell: 0, offset: 0 }

  /** The first atom behind `most` from the head on; at least one is passed. */
  const behind = (most: number): number => {
    let sum = 0
    let at = head
    for (; at < atoms.length; at += 1) {
      sum += atoms[at]?.weight ?? 0
      if (sum > most && at > head) break
    }
    return at
  }
  const start = (): Position => {
    const { cell, offset } = atoms[head] ?? { cell: 0, offset: 0 }
    return { cell, offset }
  }
  return {
    add(cell, index, sameRow) {
      const starts = startsOf(cell, unit)
      const weights = starts.map((from, at) =>
        weightOf(cell, unit, from, starts[at + 1] ?? cell.text.length),
      )
      const weight = weights.reduce((total, one) => total + one, 0)
      const row = atoms.at(-1)
      if (wholeRows && sameRow && row !== undefined && atoms.length > head) {
        const grown = unit === 'rows' ? row.weight : row.weight + weight
        atoms[atoms.length - 1] = { ...row, weight: grown }
      } else if (wholeRows) atoms.push({ cell: index, offset: 0, weight, before: last })
      else {
        for (const [at, from] of starts.entries()) {
          const offset = at === 0 ? 0 : from
          const before = at === 0 ? last : { cell: index, offset }
          atoms.push({ cell: index, offset, weight: weights[at] ?? 0, before })
        }
      }
      last = { cell: index, offset: cell.text.length }
    },
    full() {
      const end = atoms[behind(size)]
      return end === undefined ? undefined : { start: start(), end: end.before }
    },
    advance() {
      head = behind(stride)
      if (head > 1000 && head * 2 > atoms.length) {
        atoms = atoms.slice(head)
        head = 0
      }
      return start()
    },
    rest: () => ({ start: start(), end: last }),
  }
}

/** Where atoms of a cell begin: tokens where there are any, else words. The first reaches back to the beginning. */
function startsOf({ text, tokens }: Cell, unit: WindowUnit): readonly number[] {
  if (unit === 'rows') return [0]
  const starts: number[] = []
  if (tokens === undefined) for (const { start } of wordRangesOf(text)) starts.push(start)
  else {
    for (let at = 0; at < tokens.length; at += 2) {
      const start = tokens[at] ?? 0
      // Tokens without a width may share a place.
      if (start !== starts.at(-1)) starts.push(start)
    }
  }
  return starts.length === 0 ? [-1] : starts
}

/** What is not shown takes no room, nor does a cell without a word where words count. */
function weightOf({ status }: Cell, unit: WindowUnit, start: number, end: number): number {
  if (unit === 'rows') return 1
  if (status !== undefined) return 0
  if (unit === 'characters') return end - Math.max(0, start)
  return start === -1 ? 0 : 1
}

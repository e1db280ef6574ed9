import { extensionOf } from '@labelport/format'
import type { Cell } from '@labelport/model'

/** The name of a window: that of its file with its number, from 0, before the ending. */
export function windowName(name: string, index: number): string {
  const ending = extensionOf(name)
  return `${ending === '' ? name : name.slice(0, -ending.length)}.w${index}${name.slice(name.length - ending.length)}`
}

/** Where a window lies: first and last row, each with the place in its text where the window begins or ends. */
export function windowPlace(cells: readonly Cell[], start: number, end: number): string {
  const [first, last] = [cells[0]?.row ?? 0, cells.at(-1)?.row ?? 0]
  return `${first}:${start}-${last}:${end}`
}

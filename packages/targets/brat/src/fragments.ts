import type { JoinedCells } from '@labelport/format'
import type { Cell, Span } from '@labelport/model'

/** A stretch of one line, half-open, in code points from the beginning of the file. */
export interface Fragment {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** What is left of a span: at least one fragment, and why it is not what it was; or why it is gone. */
export type Placed =
  | {
      readonly fragments: readonly [Fragment, ...Fragment[]]
      readonly change?: 'span-trimmed' | 'over-hidden'
    }
  | { readonly drop: 'span-not-shown' | 'span-cuts-character' }

/**
 * Whatever a reader may take for the end of a line or of a column. brat itself reads lines with Python's
 * `codecs`, which ends them at all of these.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the control characters that end lines.
const unbroken = /[^\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+/g

/** Cuts a span at everything that would break its line in the file. `lineOf` is the cell as it is written. */
export function fragmentsOf(
  { target }: Span,
  cells: readonly Cell[],
  joined: JoinedCells,
  lineOf: (text: string) => string,
): Placed {
  const { cell: first, endCell: last = first, start, end } = target
  const isShown = (cell: number) => cells[cell]?.status === undefined
  const fragments: Fragment[] = []
  let hidden = false
  let begin: number | undefined
  let stop: number | undefined
  for (let cell = first; cell <= last; cell += 1) {
    if (!isShown(cell)) {
      hidden = true
      continue
    }
    const line = lineOf(cells[cell]?.text ?? '')
    const from = cell === first ? start : 0
    const to = cell === last ? end : line.length
    const [at, until] = [joined.at(cell, from), joined.at(cell, to)]
    if (at === undefined || until === undefined) return { drop: 'span-cuts-character' }
    begin ??= at
    stop = until
    for (const { index, 0: text } of line.slice(from, to).matchAll(unbroken)) {
      const [left, right] = [
        joined.at(cell, from + index),
        joined.at(cell, from + index + text.length),
      ]
      if (left !== undefined && right !== undefined)
        fragments.push({ start: left, end: right, text })
    }
  }
  const [head, ...rest] = fragments
  if (head === undefined) return { drop: 'span-not-shown' }
  const whole = head.start === begin && (rest.at(-1) ?? head).end === stop
  const change = hidden ? 'over-hidden' : whole ? undefined : 'span-trimmed'
  return { fragments: [head, ...rest], ...(change && { change }) }
}

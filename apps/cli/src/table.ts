import { columnsOf } from './printable.ts'

/** How a column is set. Absent means to the left. */
export interface TableColumn {
  readonly title: string
  readonly align?: 'right'
}

/**
 * Rows under titles, aligned, without borders. When the table is wider than `width`, its widest left-set
 * column is cut, down to a dozen characters.
 */
export function table(
  columns: readonly TableColumn[],
  rows: readonly (readonly (string | number)[])[],
  width = 80,
): string {
  const cells = [columns.map(({ title }) => title), ...rows.map((row) => row.map(shown))]
  const widths = columns.map((_, at) => Math.max(...cells.map((row) => columnsOf(row[at] ?? ''))))
  shrink(columns, widths, width)
  const lines = cells.map((row) =>
    columns
      .map(({ align }, at) => fit(row[at] ?? '', widths[at] ?? 0, align))
      .join(gap)
      .trimEnd(),
  )
  return `${lines.join('\n')}\n`
}

/** A number with its thousands apart: `1,234,567`. */
export function grouped(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ',')
}

/** A number and its noun: `1 file`, `2,000 files`. */
export function counted(number: number, noun: string): string {
  return `${grouped(number)} ${noun}${number === 1 ? '' : 's'}`
}

const gap = '  '
const narrowest = 12

function shown(cell: string | number): string {
  return typeof cell === 'number' ? grouped(cell) : cell
}

function shrink(columns: readonly TableColumn[], widths: number[], width: number): void {
  const total = widths.reduce((sum, one) => sum + one + gap.length, -gap.length)
  let excess = total - width
  while (excess > 0) {
    let widest = -1
    columns.forEach(({ align }, at) => {
      if (align === undefined && (widths[at] ?? 0) > (widths[widest] ?? 0)) widest = at
    })
    const found = widths[widest] ?? 0
    if (found <= narrowest) return
    // Down to the next widest at most, so that two long columns share the loss.
    widths[widest] = found - 1
    excess -= 1
  }
}

function fit(text: string, width: number, align: 'right' | undefined): string {
  const columns = columnsOf(text)
  if (columns > width) return cut(text, width)
  const padding = ' '.repeat(width - columns)
  return align === 'right' ? padding + text : text + padding
}

/** The beginning of a text, with an ellipsis. */
function cut(text: string, width: number): string {
  let kept = ''
  let used = 1
  for (const character of text) {
    used += columnsOf(character)
    if (used > width) break
    kept += character
  }
  return `${kept}…${' '.repeat(Math.max(0, width - columnsOf(kept) - 1))}`
}

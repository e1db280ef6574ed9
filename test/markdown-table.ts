/** A table as the formatter sets it, so that making a page again changes nothing but facts. */
export function markdownTable(rows: readonly (readonly string[])[]): string {
  const [head = [], ...rest] = rows
  const widths = head.map((_, column) =>
    Math.max(3, ...rows.map((cells) => cells[column]?.length ?? 0)),
  )
  const rule = widths.map((width) => '-'.repeat(width))
  const lines = [head, rule, ...rest].map((cells) =>
    cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | '),
  )
  return `${lines.map((line) => `| ${line} |`).join('\n')}\n`
}

import { existsSync, readFileSync } from 'node:fs'
import { isReal, sumsOf, tableOf } from './comparison-table.ts'

/** The page that holds the comparison. */
export const page = 'docs/comparison.md'

/** The lines of the page's table, without its head; empty when there is no table yet. */
export function pageLines(text: string = textOfPage()): readonly string[] {
  return between(text, 'rows')
    .split('\n')
    .filter((line) => /^\| (?!Input |-)/.test(line))
}

/** The page with other lines. Where no real export is at hand, those of the page stay. */
export function pageWith(lines: readonly string[], text: string = textOfPage()): string {
  const real = lines.some(isReal) ? [] : pageLines(text).filter(isReal)
  const all = [...lines, ...real]
  return put(put(text, 'rows', tableOf(all)), 'sums', sumsOf(all))
}

function textOfPage(): string {
  return existsSync(page) ? readFileSync(page, 'utf8') : ''
}

function marks(part: 'rows' | 'sums') {
  return [`<!-- ${part}: node scripts/comparison.mjs -->\n`, `\n<!-- end of ${part} -->`] as const
}

function between(text: string, part: 'rows' | 'sums'): string {
  const [begin, end] = marks(part)
  return text.split(begin)[1]?.split(end)[0] ?? ''
}

function put(text: string, part: 'rows' | 'sums', table: string): string {
  const [begin, end] = marks(part)
  const [before = '', rest = ''] = text.split(begin)
  return `${before}${begin}\n${table}\n${end}${rest.split(end)[1] ?? ''}`
}

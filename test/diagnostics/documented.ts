import { exists, packages, read } from '../workspace.ts'

/** What a README says about a code. */
export interface Documented {
  readonly code: string
  readonly package: string
  readonly meaning: string
  /** Absent when the table has no such column. */
  readonly advice?: string
  /** Whether the text before the table, or the cell, says that the code stands in a ledger. */
  readonly ledger: boolean
}

/** Every code in the tables of every README, by code. */
export function documentedCodes(): readonly Documented[] {
  return packages
    .filter(({ folder }) => exists(`${folder}/README.md`))
    .flatMap(({ folder, manifest }) => codesOf(read(`${folder}/README.md`), manifest.name))
    .sort((a, b) => (a.code < b.code ? -1 : Number(a.code > b.code)))
}

/** The codes of one README. A table about codes has them in its first column, under `code`. */
export function codesOf(text: string, name: string): readonly Documented[] {
  const found: Documented[] = []
  for (const { before, head, rows } of tablesOf(text)) {
    if (head[0] !== 'code') continue
    const at = (...titles: readonly string[]) => head.findIndex((title) => titles.includes(title))
    const meaningAt = at('meaning', 'reason')
    const adviceAt = at('what to do')
    let above = ''
    for (const cells of rows) {
      const cell = cells[adviceAt] ?? ''
      const advice = cell === 'the same' ? above : cell
      above = advice
      const said = cells[meaningAt] ?? ''
      const ledger = /\bledger\b/.test(before) || said.startsWith('ledger: ')
      const meaning = said.replace(/^ledger: /, '')
      for (const [, code = ''] of (cells[0] ?? '').matchAll(/`([^`]+)`/g)) {
        found.push({ code, package: name, meaning, ledger, ...(advice !== '' && { advice }) })
      }
    }
  }
  return found
}

interface Table {
  /** The last line of text before it. */
  readonly before: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

function tablesOf(text: string): readonly Table[] {
  const pattern = /([^\n]*)\n\n((?:\|[^\n]*\n)+)/g
  return [...text.matchAll(pattern)].map(([, before = '', table = '']) => {
    const [head = [], , ...rows] = table.trimEnd().split('\n').map(cellsOf)
    return { before, head: head.map((title) => title.toLowerCase()), rows }
  })
}

/** The cells of a line; a bar inside a cell is written `\|`. */
function cellsOf(line: string): readonly string[] {
  return line
    .split(/(?<!\\)\|/)
    .slice(1, -1)
    .map((cell) => cell.trim().replaceAll('\\|', '|'))
}

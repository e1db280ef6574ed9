import { type Cell, type Span, type TokenSpan, tokenSpanOf } from '@labelport/model'
import { cutCells } from './cut-cells.ts'
import type { Unit } from './options.ts'
import type { FateCode } from './reasons.ts'
import type { Sifted } from './sift.ts'

/** The words of a doc and whether a blank follows each. Words and blanks joined are its text. */
export interface DraftDoc {
  /** The row it is; undefined when it is a document. */
  readonly row: number | undefined
  readonly words: readonly string[]
  readonly spaces: readonly boolean[]
}

/** A label in one doc, half-open, in tokens of that doc. */
export interface DocRange {
  /** Index of the doc. */
  readonly doc: number
  readonly start: number
  readonly end: number
}

/** Where a label lies in the docs. */
export interface Placed {
  readonly span: Span
  /** One for each doc; empty when the label covers no token. */
  readonly ranges: readonly DocRange[]
  /** Why the label is not what it was; undefined when it is. */
  readonly change: FateCode | undefined
}

/** The docs of one document. */
export interface Docs {
  readonly docs: readonly DraftDoc[]
  place(span: Span): Placed
}

/** Lays the used cells of a document out as docs and tells what became of them. */
export function layOut(sifted: Sifted, unit: Unit): Docs {
  const { fates } = sifted
  const { cells, changes } = cutCells(sifted)
  const docs: DraftDoc[] = []
  /** Doc and first token of each cell that is in one. */
  const homes = new Map<number, { readonly doc: number; readonly first: number }>()
  for (const group of groupsOf(sifted, unit)) {
    if (group.every((index) => cells[index]?.tokens?.length === 0)) {
      for (const index of group) fates.drop('cell', 'empty-doc', index)
      continue
    }
    const words: string[] = []
    const spaces: boolean[] = []
    for (const [nth, index] of group.entries()) {
      const cell = cells[index]
      if (cell === undefined) continue
      if (nth > 0) {
        words.push('\n')
        spaces.push(false)
      }
      homes.set(index, { doc: docs.length, first: words.length })
      addWords(cell, words, spaces)
      const change =
        changes.get(index) ?? (isJoined(sifted, cell, group, unit) ? 'joined' : undefined)
      if (change === undefined) fates.keep('cell')
      else fates.change('cell', change, index)
    }
    docs.push({ row: unit === 'row' ? cells[group[0] ?? 0]?.row : undefined, words, spaces })
  }
  return {
    docs,
    place(span) {
      const found = tokenSpanOf(cells, span, (cell) => !homes.has(cell))
      const ranges: DocRange[] = []
      for (const { cell, first, end } of found.pieces) {
        const home = homes.get(cell)
        if (home === undefined) continue
        const last = ranges.at(-1)
        const start = last?.doc === home.doc ? last.start : home.first + first
        if (last?.doc === home.doc) ranges.pop()
        ranges.push({ doc: home.doc, start, end: home.first + end })
      }
      return { span, ranges, change: changeOf(found, ranges, homes, cells) }
    },
  }
}

function groupsOf({ document, used }: Sifted, unit: Unit): readonly (readonly number[])[] {
  if (unit === 'document') return used.size === 0 ? [] : [[...used]]
  const groups: number[][] = []
  let row: number | undefined
  for (const index of used) {
    const cell = document.cells[index]
    if (cell?.row !== row) groups.push([])
    groups.at(-1)?.push(index)
    row = cell?.row
  }
  return groups
}

function addWords({ text, tokens = noTokens }: Cell, words: string[], spaces: boolean[]): void {
  for (let at = 0; at < tokens.length; at += 2) {
    const end = tokens[at + 1] ?? 0
    words.push(text.slice(tokens[at], end))
    spaces.push((tokens[at + 2] ?? text.length) > end)
  }
}

const noTokens = new Uint32Array()

/** Lines can be cut out of the text of a doc again; cells of a table and cells with line feeds cannot. */
function isJoined({ document }: Sifted, cell: Cell, group: readonly number[], unit: Unit): boolean {
  if (unit === 'row') return group.length > 1
  return document.columns !== undefined || cell.column !== 0 || cell.text.includes('\n')
}

function changeOf(
  { span, exact }: TokenSpan,
  ranges: readonly DocRange[],
  homes: ReadonlyMap<number, unknown>,
  cells: readonly Cell[],
): FateCode | undefined {
  const { cell, endCell = cell } = span.target
  if (ranges.length > 1) return 'span-split'
  for (let index = cell; index <= endCell; index += 1) {
    if (!homes.has(index) && cells[index] !== undefined) return 'over-hidden'
  }
  return exact ? undefined : 'token-edges'
}

import { type Cell, type Span, TokenBuffer } from '@labelport/model'
import { cutText, fillGaps, splitsPair } from './cut.ts'
import type { Sifted } from './sift.ts'

/** The cells of a document, cut as spaCy needs them. */
export interface CutCells {
  /** With tokens that leave nothing but single blanks out, where they are used. */
  readonly cells: readonly Cell[]
  /** Why cells have other tokens than before, by index. */
  readonly changes: ReadonlyMap<number, 'not-tokenized' | 'retokenized'>
}

/** Gives every used cell tokens of its whole text: its own where it has them. */
export function cutCells({ document, used, spans }: Sifted): CutCells {
  const buffer = new TokenBuffer()
  const changes = new Map<number, 'not-tokenized' | 'retokenized'>()
  let edges: ReadonlyMap<number, readonly number[]> | undefined
  const cells = document.cells.map((cell, index) => {
    if (!used.has(index)) return cell
    const { text, tokens } = cell
    if (tokens !== undefined && !splitsPair(text, tokens)) {
      const cut = fillGaps(text, tokens, buffer)
      if (!cut.exact) changes.set(index, 'retokenized')
      return { ...cell, tokens: cut.tokens }
    }
    edges ??= labelEdges(spans)
    const own = cutText(text, edges.get(index) ?? [], buffer)
    changes.set(index, tokens === undefined ? 'not-tokenized' : 'retokenized')
    return { ...cell, tokens: fillGaps(text, own, buffer).tokens }
  })
  return { cells, changes }
}

/** Where labels begin and end, by cell. */
function labelEdges(spans: readonly Span[]): ReadonlyMap<number, readonly number[]> {
  const edges = new Map<number, number[]>()
  const add = (cell: number, place: number): void => {
    const places = edges.get(cell)
    if (places === undefined) edges.set(cell, [place])
    else places.push(place)
  }
  for (const { target } of spans) {
    add(target.cell, target.start)
    add(target.endCell ?? target.cell, target.end)
  }
  return edges
}

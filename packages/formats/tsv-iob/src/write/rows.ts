import { type Cell, TokenBuffer, type Tokens, tokenTexts } from '@labelport/model'
import { writable } from './label-names.ts'

/** A cell as it will stand in the file. */
export interface Row {
  /** Index of the cell in its document. */
  readonly cell: number
  readonly tokens: Tokens
  readonly texts: readonly string[]
  /** Why the text cannot be read back as it was. Absent means it can. */
  readonly trouble?: CellTrouble
}

/** What may happen to a cell that is written. */
export type CellTrouble =
  | 'cell-tokenized'
  | 'characters-replaced'
  | 'white-space-changed'
  | 'table-flattened'
  | 'metadata-lost'

/** The cells that are written, in order: hidden and deleted ones are not. */
export function rowsOf(cells: readonly Cell[]): Row[] {
  const buffer = new TokenBuffer()
  const rows: Row[] = []
  for (const [index, cell] of cells.entries()) {
    if (cell.status !== undefined) continue
    const tokens = cell.tokens ?? wordsOf(cell.text, buffer)
    const found = tokenTexts(cell.text, tokens)
    const texts = found.map(writable)
    const trouble = troubleOf(cell, found, texts)
    rows.push({ cell: index, tokens, texts, ...(trouble && { trouble }) })
  }
  return rows
}

function troubleOf(
  cell: Cell,
  found: readonly string[],
  texts: readonly string[],
): CellTrouble | undefined {
  if (cell.tokens === undefined) return 'cell-tokenized'
  if (texts.some((text, index) => text !== found[index])) return 'characters-replaced'
  if (found.join(' ') !== cell.text) return 'white-space-changed'
  if (cell.column > 0) return 'table-flattened'
  return cell.metadata !== undefined && cell.metadata.length > 0 ? 'metadata-lost' : undefined
}

function wordsOf(text: string, buffer: TokenBuffer): Tokens {
  for (const { index, 0: word } of text.matchAll(/\S+/g)) buffer.add(index, index + word.length)
  return buffer.take()
}

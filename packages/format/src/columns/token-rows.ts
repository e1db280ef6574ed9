import { type Cell, hasLoneSurrogate, TokenBuffer, type Tokens, tokenTexts } from '@labelport/model'
import { whiteSpaceTokens } from '../datasaur/cells.ts'
import { writableText } from './field-names.ts'

/** A cell as it will stand in the file. */
export interface TokenRow {
  /** Index of the cell in its document. */
  readonly cell: number
  readonly tokens: Tokens
  readonly texts: readonly string[]
  /** Why the text cannot be read back as it was. Absent means it can. */
  readonly trouble?: RowTrouble
}

/** What may happen to a cell that is written. */
export type RowTrouble =
  | 'cell-tokenized'
  | 'characters-replaced'
  | 'white-space-changed'
  | 'table-flattened'
  | 'metadata-lost'

/**
 * The cells that are written, in order: hidden and deleted ones are not. `keepsText` says that the file
 * holds the text of a row beside its tokens.
 */
export function tokenRows(cells: readonly Cell[], keepsText = false): TokenRow[] {
  const buffer = new TokenBuffer()
  const rows: TokenRow[] = []
  for (const [index, cell] of cells.entries()) {
    if (cell.status !== undefined) continue
    const tokens = cell.tokens ?? whiteSpaceTokens(cell.text, buffer)
    const found = tokenTexts(cell.text, tokens)
    const texts = found.map(writableText)
    const trouble = keepsText ? troubleOfText(cell) : troubleOfTokens(cell, found, texts)
    rows.push({ cell: index, tokens, texts, ...(trouble && { trouble }) })
  }
  return rows
}

function troubleOfTokens(
  cell: Cell,
  found: readonly string[],
  texts: readonly string[],
): RowTrouble | undefined {
  if (cell.tokens === undefined) return 'cell-tokenized'
  if (texts.some((text, index) => text !== found[index])) return 'characters-replaced'
  return found.join(' ') === cell.text ? troubleOfCell(cell) : 'white-space-changed'
}

function troubleOfText(cell: Cell): RowTrouble | undefined {
  if (cell.tokens === undefined) return 'cell-tokenized'
  return hasLoneSurrogate(cell.text) ? 'characters-replaced' : troubleOfCell(cell)
}

function troubleOfCell(cell: Cell): RowTrouble | undefined {
  if (cell.column > 0) return 'table-flattened'
  return cell.metadata !== undefined && cell.metadata.length > 0 ? 'metadata-lost' : undefined
}

import { wellFormed } from '@labelport/format'
import { type Cell, firstTokenEndingAfter, TokenBuffer, type Tokens } from '@labelport/model'
import type { DocumentFates } from './reasons.ts'

/** A cell as a sentence of the file. */
export interface Sentence {
  /** Index into the document's cells. */
  readonly cell: number
  /** With the white space before the first token as blanks. */
  readonly text: string
  /** At least one, none of them empty. */
  readonly tokens: Tokens
  /** Where the cell begins in the file's text, in UTF-16 code units. */
  readonly offset: number
}

/** The cells that are written, one after the other with a line feed between them; tells what becomes of each. */
export function sentencesOf(cells: readonly Cell[], fates: DocumentFates): Sentence[] {
  const sentences: Sentence[] = []
  const buffer = new TokenBuffer()
  let offset = 0
  for (const [index, cell] of cells.entries()) {
    const tokens = cell.status === undefined ? tokensOf(cell, buffer) : undefined
    if (cell.status !== undefined) fates.drop('cell', 'cell-hidden', index)
    else if (tokens === undefined) fates.drop('cell', 'cell-empty', index)
    else {
      const start = tokens[0] ?? 0
      const text = wellFormed(' '.repeat(start) + cell.text.slice(start))
      sentences.push({ cell: index, text, tokens, offset })
      offset += text.length + 1
      if (text !== cell.text) fates.change('cell', 'cell-respelled', index)
      else if (cell.tokens?.length !== tokens.length) fates.change('cell', 'tokens-cut', index)
      else fates.keep('cell')
    }
  }
  return sentences
}

/**
 * The tokens of a cell. Text without tokens, and text before the first token, which a sentence cannot hold, is cut
 * at white space. Undefined when the cell has nothing but white space.
 */
function tokensOf({ text, tokens }: Cell, buffer: TokenBuffer): Tokens | undefined {
  const first = tokens === undefined ? 0 : firstTokenEndingAfter(tokens, 0)
  const start = tokens?.[2 * first] ?? text.length
  for (const { index, 0: word } of text.slice(0, start).matchAll(/\S+/g))
    buffer.add(index, index + word.length)
  for (let at = 2 * first; tokens !== undefined && at < tokens.length; at += 2) {
    const [from = 0, to = 0] = [tokens[at], tokens[at + 1]]
    if (from < to) buffer.add(from, to)
  }
  const found = buffer.take()
  return found.length === 0 ? undefined : found
}

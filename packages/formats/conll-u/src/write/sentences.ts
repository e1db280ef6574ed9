import {
  type Fates,
  fieldNames,
  type RowTrouble,
  type SpanTrouble,
  spanPieces,
  type TokenRow,
  tellRows,
  tellSpans,
  tokenRows,
  writableText,
} from '@labelport/format'
import {
  alignTokens,
  type Cell,
  type LabeledDocument,
  type Span,
  TokenBuffer,
  type Tokens,
} from '@labelport/model'
import { keptSentences } from '../extra.ts'
import { textOfSentence } from '../text.ts'
import { keptSentence, updatedSentence } from './kept-sentence.ts'
import { newSentence } from './new-sentence.ts'
import type { Fate } from './reasons.ts'
import { type RowWords, wordsOf } from './words.ts'

/** A row with the text and the forms the file will hold. */
interface Row extends Pick<TokenRow, 'cell' | 'tokens' | 'texts'> {
  readonly text: string
  readonly forms: readonly string[]
  readonly trouble?: RowTrouble | 'tokens-moved'
}

/** The sentences of a document as the file holds them. Tells what became of cells, labels and arrows. */
export function sentencesOf(document: LabeledDocument, fates: Fates<Fate>): string {
  const buffer = new TokenBuffer()
  const rows = tokenRows(document.cells, true).map((row) =>
    rowOf(row, document.cells[row.cell]?.text ?? '', buffer),
  )
  const nameOf = fieldNames(document.schema, writableName)
  const layout = spanPieces(document, rows, nameOf)
  const troubles = new Map<Span, SpanTrouble | 'several-tokens'>(layout.troubles)
  const words = wordsOf(document, layout.pieces, troubles, nameOf, fates)
  const kept = keptSentences(document)
  const sentences = rows.map((row, index) => {
    const own = words[index] ?? new Map()
    const cell = document.cells[row.cell]
    const before = kept?.[row.cell]
    const updated =
      before === undefined || cell === undefined ? undefined : updatedOf(before, cell, own, buffer)
    return updated ?? newSentence({ ...row, joins: joinsOf(row.tokens), words: own })
  })
  tellRows(document, rows, fates)
  tellSpans(document, troubles, fates, ['span-without-tokens', 'several-tokens'])
  return sentences.join('')
}

function rowOf(
  { cell, tokens, texts, trouble }: TokenRow,
  whole: string,
  buffer: TokenBuffer,
): Row {
  const written = writableTokens(whole, tokens)
    .replaceAll('\n', ' ')
    .replace(/\p{Surrogate}/gu, '\uFFFD')
  const forms = texts.map((form) => (form === '' ? '_' : form))
  const { tokens: found, missing } = alignTokens(written, forms, buffer)
  const isMoved = missing.length > 0 || tokens.some((offset, index) => offset !== found[index])
  const change =
    trouble ?? (written !== whole ? 'characters-replaced' : isMoved ? 'tokens-moved' : undefined)
  return { cell, tokens, texts, text: written, forms, ...(change && { trouble: change }) }
}

/** The text with its tokens as columns can hold them, so that a reader finds them in it. */
function writableTokens(text: string, tokens: Tokens): string {
  let written = ''
  let end = 0
  for (let at = 0; at < tokens.length; at += 2) {
    const [start = end, next = end] = tokens.subarray(at, at + 2)
    written += text.slice(end, start) + writableText(text.slice(start, next))
    end = next
  }
  return written + text.slice(end)
}

/** The sentence a cell was read from, with the present labels; undefined when the cell is another by now. */
function updatedOf(
  before: string,
  cell: Cell,
  words: RowWords,
  buffer: TokenBuffer,
): string | undefined {
  const kept = keptSentence(before)
  const { text, tokens } = textOfSentence(kept.sentence, buffer)
  const isSame = text === cell.text && sameTokens(tokens, cell.tokens)
  return isSame ? updatedSentence(kept, words) : undefined
}

function sameTokens(a: Tokens, b: Tokens | undefined): boolean {
  return b !== undefined && a.length === b.length && a.every((offset, at) => offset === b[at])
}

/** By token: whether the next one follows without white space. */
function joinsOf(tokens: Tokens): boolean[] {
  return Array.from(
    { length: tokens.length / 2 },
    (_, token) => tokens[2 * token + 1] === tokens[2 * token + 2],
  )
}

/** Columns hold no white space, and an empty one would end the line for a reader. */
function writableName(name: string): string {
  return name === '' ? '_' : writableText(name).replace(/\s/g, '_')
}

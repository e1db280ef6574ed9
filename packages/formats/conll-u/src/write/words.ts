import type { Fates, FieldName, SpanTrouble } from '@labelport/format'
import type { LabeledDocument, Span } from '@labelport/model'
import type { Fate } from './reasons.ts'

/** A label of one token, and the arrow that leads to it. */
export interface LabeledWord {
  readonly span: Span
  readonly name: string
  head?: { readonly word: LabeledWord; readonly name: string }
}

/** The labeled words of each row, by token. */
export type RowWords = ReadonlyMap<number, readonly LabeledWord[]>

interface Place {
  readonly row: number
  readonly word: LabeledWord
}

/** A label cut into the rows it touches. */
export interface Piece {
  readonly start: number
  readonly end: number
  readonly name: string
  readonly span: Span
}

/** Finds the words that labels and arrows mean, and tells what became of each. */
export function wordsOf(
  document: LabeledDocument,
  pieces: readonly (readonly Piece[])[],
  troubles: Map<Span, SpanTrouble | 'several-tokens'>,
  nameOf: (labelSet: string, label: string) => FieldName,
  fates: Fates<Fate>,
): readonly RowWords[] {
  const places = new Map<string, Place>()
  const rows = pieces.map((list, row) => {
    const words = new Map<number, LabeledWord[]>()
    for (const { start, end, name, span } of list) {
      const { cell, endCell = cell } = span.target
      if (end - start > 1 || endCell !== cell) {
        troubles.set(span, 'several-tokens')
        continue
      }
      const word: LabeledWord = { span, name }
      const alike = words.get(start) ?? []
      alike.push(word)
      words.set(start, alike)
      places.set(span.id, { row, word })
    }
    return words
  })
  for (const one of document.annotations) {
    if (one.type !== 'relation') continue
    const from = places.get(one.from)
    const to = places.get(one.to)
    const loss = lossOf(from, to)
    if (loss !== undefined || from === undefined || to === undefined) {
      fates.drop('relation', loss ?? 'arrow-without-ends', one.id)
      continue
    }
    const { name, trouble }: FieldName =
      one.label === undefined ? { name: '_' } : nameOf(one.labelSet, one.label)
    to.word.head = { word: from.word, name }
    const isMoved = troubles.has(from.word.span) || troubles.has(to.word.span)
    const change = trouble ?? (isMoved ? 'arrow-end-changed' : undefined)
    if (change === undefined) fates.keep('relation')
    else fates.change('relation', change, one.id)
  }
  return rows
}

function lossOf(from: Place | undefined, to: Place | undefined): Fate | undefined {
  if (from === undefined || to === undefined) return 'arrow-without-ends'
  if (from.row !== to.row) return 'arrow-across-rows'
  if (from.word === to.word) return 'self-arrow'
  return to.word.head === undefined ? undefined : 'second-head'
}

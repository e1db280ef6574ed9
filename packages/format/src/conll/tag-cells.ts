import {
  flatten,
  type LabeledDocument,
  type LabelNames,
  type OverlapRule,
  type Span,
  type TokenSpan,
  tokenSpanOf,
} from '@labelport/model'
import type { Fates } from '../fates.ts'
import type { ConllFate } from './conll-reasons.ts'
import type { Escapes } from './escape.ts'
import { type Scheme, tagsOf } from './schemes.ts'

/** What placing labels needs to know. */
export interface Tagging {
  readonly document: LabeledDocument
  readonly fates: Fates<ConllFate>
  readonly escapes: Escapes
  readonly names: LabelNames
  readonly scheme: Scheme
  readonly overlap: OverlapRule
}

/** The tags of the cells that have labels, by cell index; undefined where there is no label. */
export type CellTags = ReadonlyMap<number, readonly (string | undefined)[]>

/** Turns labels into tags and tells what became of each. */
export function tagCells(spans: readonly Span[], tagging: Tagging): CellTags {
  const { document, fates, escapes, names, scheme, overlap } = tagging
  const found: TokenSpan[] = []
  const hidden = (cell: number): boolean => document.cells[cell]?.status !== undefined
  for (const span of spans) {
    const one = tokenSpanOf(document.cells, span, hidden)
    if (one.pieces.length > 0) found.push(one)
    else fates.drop('span', whyNowhere(document, span), span.id)
  }
  const { placed, displaced } = flatten(found, overlap)
  for (const { span } of displaced) fates.drop('span', 'overlap', span.id)
  const cells = new Map<number, (string | undefined)[]>()
  for (const one of placed) {
    const name = names.nameOf(one.span.labelSet, one.span.label)
    const label = escapes.label(name)
    for (const { cell, first, end } of one.pieces) {
      const tags = cells.get(cell) ?? []
      for (const [index, tag] of tagsOf(scheme, label, end - first).entries()) {
        tags[first + index] = tag
      }
      cells.set(cell, tags)
    }
    const change = changeOf(one) ?? (label === name ? undefined : 'label-escaped')
    if (change === undefined) fates.keep('span')
    else fates.change('span', change, one.span.id)
  }
  return cells
}

function changeOf({ span, pieces, exact }: TokenSpan): ConllFate | undefined {
  const { cell, endCell = cell } = span.target
  if (pieces.length > 1) return 'span-split'
  if (endCell !== cell) return 'over-hidden'
  return exact ? undefined : 'token-edges'
}

function whyNowhere({ cells }: LabeledDocument, { target }: Span): ConllFate {
  const cell = cells[target.cell]
  if (cell?.status !== undefined) return 'hidden-cell'
  return cell?.tokens === undefined ? 'not-tokenized' : 'no-token'
}

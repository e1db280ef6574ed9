import { flatten, type LabelNames, type OverlapRule, type TokenSpan } from '@labelport/model'
import type { DocRange, Docs, DraftDoc, Placed } from './docs.ts'
import type { Options } from './options.ts'
import type { Sifted } from './sift.ts'
import { writtenOut } from './surrogates.ts'
import { isWhiteSpace } from './white-space.ts'

/** A label in a doc, half-open, in tokens. */
export interface DocLabel {
  readonly start: number
  readonly end: number
  readonly label: string
}

/** The labels of the docs of one document. */
export interface DocLabels {
  /** By doc. Do not overlap, do not begin or end with white space, in order. */
  readonly ents: ReadonlyMap<number, readonly DocLabel[]>
  /** By doc, in document order. */
  readonly spans: ReadonlyMap<number, readonly DocLabel[]>
  /** Where the labels are that stand in a doc, by id of the label. */
  readonly homes: ReadonlyMap<string, readonly DocRange[]>
}

/** Puts labels into `doc.ents` and `doc.spans` and tells what became of each. */
export function placeLabels(
  { document, fates, spans }: Sifted,
  docs: Docs,
  names: LabelNames,
  { labels, overlap }: Options,
): DocLabels {
  const nameOf = ({ span }: Placed): string => writtenOut(names.nameOf(span.labelSet, span.label))
  const placed: Placed[] = []
  for (const span of spans) {
    const one = docs.place(span)
    if (one.ranges.length === 0) {
      const cell = document.cells[span.target.cell]
      fates.drop('span', cell?.status !== undefined ? 'hidden-cell' : 'no-token', span.id)
    } else if (nameOf(one) === '') fates.drop('span', 'unnamed-label', span.id)
    else placed.push(one)
  }
  const entities = labels === 'spans' ? undefined : chooseEntities(placed, docs.docs, overlap)
  const ents = new Map<number, DocLabel[]>()
  const groups = new Map<number, DocLabel[]>()
  const homes = new Map<string, readonly DocRange[]>()
  for (const one of placed) {
    const label = nameOf(one)
    const entity = entities?.get(one.span.id)
    for (const { doc, start, end } of entity ?? []) put(ents, doc, { start, end, label })
    if (labels !== 'ents') {
      for (const { doc, start, end } of one.ranges) put(groups, doc, { start, end, label })
    }
    const trouble = entities && troubleOf(one, entity, docs.docs)
    if (labels === 'ents' && entity === undefined) {
      fates.drop('span', trouble ?? 'overlap', one.span.id)
      continue
    }
    homes.set(one.span.id, one.ranges)
    const change = one.change ?? (trouble === 'overlap' ? 'only-in-spans' : trouble)
    if (change === undefined) fates.keep('span')
    else fates.change('span', change, one.span.id)
  }
  for (const list of ents.values()) list.sort((a, b) => a.start - b.start)
  return { ents, spans: groups, homes }
}

/** The labels for `doc.ents`, trimmed and without overlap, by id. Labels of white space are none. */
function chooseEntities(
  placed: readonly Placed[],
  docs: readonly DraftDoc[],
  rule: OverlapRule,
): ReadonlyMap<string, readonly DocRange[]> {
  const trimmed = placed.flatMap(({ span, ranges }): TokenSpan[] => {
    const pieces = ranges
      .map((range) => trim(range, docs[range.doc]?.words ?? []))
      .filter(({ start, end }) => start < end)
      .map(({ doc, start, end }) => ({ cell: doc, first: start, end }))
    const length = pieces.reduce((sum, { first, end }) => sum + end - first, 0)
    return pieces.length === 0 ? [] : [{ span, pieces, length, exact: true }]
  })
  return new Map(
    flatten(trimmed, rule).placed.map(({ span, pieces }) => [
      span.id,
      pieces.map(({ cell, first, end }) => ({ doc: cell, start: first, end })),
    ]),
  )
}

function trim({ doc, start, end }: DocRange, words: readonly string[]): DocRange {
  let [first, last] = [start, end]
  while (first < last && isWhiteSpace(words[first] ?? '')) first += 1
  while (last > first && isWhiteSpace(words[last - 1] ?? '')) last -= 1
  return { doc, start: first, end: last }
}

/** Why the entity is not the label: absent or trimmed. */
function troubleOf(
  { ranges }: Placed,
  entity: readonly DocRange[] | undefined,
  docs: readonly DraftDoc[],
): 'overlap' | 'white-space-edge' | undefined {
  const whole = ranges.every((range) => {
    const { start, end } = trim(range, docs[range.doc]?.words ?? [])
    return start === range.start && end === range.end
  })
  if (!whole) return 'white-space-edge'
  return entity === undefined ? 'overlap' : undefined
}

function put(lists: Map<number, DocLabel[]>, doc: number, label: DocLabel): void {
  const list = lists.get(doc)
  if (list === undefined) lists.set(doc, [label])
  else list.push(label)
}

import {
  type Cell,
  compareTargets,
  type Feature,
  overlapping,
  type Span,
  type TextTarget,
  unknownOrigin,
} from '@labelport/model'
import fc from 'fast-check'
import { spanLabels, spanSet } from './schema.ts'

/** Numbers from 0 to 1 that are later laid over what there is. */
export interface SpanDraft {
  readonly at: number
  readonly from: number
  readonly length: number
  readonly label: number
  readonly onward: boolean
}

const share = fc.double({ min: 0, max: 0.999, noNaN: true })

export const spanDrafts: fc.Arbitrary<readonly SpanDraft[]> = fc.array(
  fc.record({ at: share, from: share, length: share, label: share, onward: fc.boolean() }),
  { maxLength: 6 },
)

/** The element at a share of a list; undefined only when it is empty. */
export function pick<T>(list: readonly T[], at: number): T | undefined {
  return list[Math.floor(at * list.length)]
}

/** Spans over the cells, in document order; those that would need another feature are left out. */
export function spansOf(
  drafts: readonly SpanDraft[],
  cells: readonly Cell[],
  uses: (feature: Feature) => boolean,
): readonly Span[] {
  const spans: Span[] = []
  for (const draft of drafts) {
    const target = targetOf(draft, cells, uses)
    const label = pick(spanLabels, draft.label)?.id
    if (target === undefined || label === undefined) continue
    const id = `span-${spans.length}`
    const span: Span = { type: 'span', id, labelSet: spanSet, label, target, origin: unknownOrigin }
    if (!uses('span.overlapping') && overlapping([...spans, span]).length > 0) continue
    spans.push(span)
  }
  return spans.sort((a, b) => compareTargets(a.target, b.target))
}

/** A stretch of text that is not empty and cuts no character. */
export function targetOf(
  draft: Pick<SpanDraft, 'at' | 'from' | 'length' | 'onward'>,
  cells: readonly Cell[],
  uses: (feature: Feature) => boolean,
): TextTarget | undefined {
  const cell = Math.floor(draft.at * cells.length)
  const first = edgesOf(cells[cell], uses)
  const start = pick(first, draft.from)?.start
  if (start === undefined) return undefined
  const next = edgesOf(cells[cell + 1], uses)
  if (draft.onward && uses('span.multi-cell') && cells[cell + 1]?.column === 0 && next.length > 0) {
    const end = pick(next, draft.length)?.end
    return end === undefined ? undefined : { cell, start, endCell: cell + 1, end }
  }
  const end = pick(
    first.filter((edge) => edge.start >= start),
    draft.length,
  )?.end
  return end === undefined ? undefined : { cell, start, end }
}

/** Where spans may begin and end: at tokens, or at characters when there are none or when allowed. */
function edgesOf(
  cell: Cell | undefined,
  uses: (feature: Feature) => boolean,
): readonly { readonly start: number; readonly end: number }[] {
  if (cell === undefined || cell.status !== undefined) return []
  const edges: { start: number; end: number }[] = []
  const { text, tokens } = cell
  if (tokens !== undefined && !uses('span.within-token')) {
    for (let at = 0; at < tokens.length; at += 2) {
      edges.push({ start: tokens[at] ?? 0, end: tokens[at + 1] ?? 0 })
    }
    return edges
  }
  let start = 0
  for (const character of text) {
    edges.push({ start, end: start + character.length })
    start += character.length
  }
  return edges
}

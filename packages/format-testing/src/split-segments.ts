import type { Annotation, Comment, LabeledDocument } from '@labelport/model'
import { moveAnnotation, moveComment } from './merge-segments.ts'

/**
 * Cuts a document before each of these cells, in their order, but where something reaches across the cut: a document in
 * as many segments as there are cuts, and one.
 */
export function cutDocument(
  document: LabeledDocument,
  cuts: readonly number[],
): readonly LabeledDocument[] {
  const segments: LabeledDocument[] = []
  let rest = document
  let from = 0
  for (const cut of cuts) {
    const [before, behind] = splitSegments(rest, cut - from) ?? []
    if (before === undefined || behind === undefined) continue
    segments.push(before)
    rest = behind
    from = cut
  }
  segments.push(rest)
  const last = segments.length - 1
  return segments.map((segment, index) => ({
    ...segment,
    segment: { index, last: index === last },
  }))
}

/**
 * Cuts a document into two segments before the cell `at`; undefined when an annotation reaches across the
 * cut. Statements about no cell stay in the first segment, those about others stay with them.
 */
export function splitSegments(
  document: LabeledDocument,
  at: number,
): readonly [LabeledDocument, LabeledDocument] | undefined {
  const sides = new Map<string, 0 | 1>()
  const row = document.cells[at]?.row ?? 0
  if (document.cells[at - 1]?.row === row) return undefined
  for (const one of document.annotations) {
    if ('target' in one && one.target !== undefined) {
      const { cell, endCell = cell } = one.target
      if (cell < at && endCell >= at) return undefined
      sides.set(one.id, cell < at ? 0 : 1)
    } else if (one.type === 'answer' && one.about.type === 'row') {
      sides.set(one.id, one.about.row < row ? 0 : 1)
    }
  }
  for (const one of document.annotations) {
    if (one.type === 'relation') {
      if (sides.get(one.from) !== sides.get(one.to)) return undefined
      sides.set(one.id, sides.get(one.from) ?? 0)
    } else if (one.type === 'answer' && one.about.type === 'annotation') {
      sides.set(one.id, sides.get(one.about.id) ?? 0)
    }
  }
  const comments = new Map(document.comments.map((one) => [one.id, one]))
  const sideOfComment = ({ about }: Comment): 0 | 1 => {
    if (about.type === 'annotation') return sides.get(about.id) ?? 0
    if (about.type === 'text') return about.target.cell >= at ? 1 : 0
    const other = about.type === 'reply' ? comments.get(about.to) : undefined
    return other === undefined ? 0 : sideOfComment(other)
  }
  const crosses = document.comments.some(({ about }) => {
    if (about.type !== 'text') return false
    const { cell, endCell = cell } = about.target
    return cell < at && endCell >= at
  })
  if (crosses) return undefined
  const segment = (index: 0 | 1): LabeledDocument => ({
    ...document,
    segment: { index, last: index === 1 },
    cells: index === 0 ? document.cells.slice(0, at) : document.cells.slice(at),
    annotations: document.annotations
      .filter((one) => (sides.get(one.id) ?? 0) === index)
      .map((one): Annotation => moveAnnotation(one, index === 0 ? 0 : -at)),
    comments: document.comments
      .filter((one) => sideOfComment(one) === index)
      .map((one) => moveComment(one, index === 0 ? 0 : -at)),
  })
  return [segment(0), segment(1)]
}

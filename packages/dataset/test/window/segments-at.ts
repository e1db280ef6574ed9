import type { Annotation, LabeledDocument } from '@labelport/model'

/**
 * A document with labels, arrows and answers in two segments, cut before cell `at`; undefined when something reaches
 * across the cut or there is nothing on one side of it.
 */
export function segmentsAt(
  document: LabeledDocument,
  at: number,
): readonly [LabeledDocument, LabeledDocument] | undefined {
  const { cells, annotations } = document
  const row = cells[at]?.row
  if (row === undefined || at < 1 || cells[at - 1]?.row === row) return undefined
  const byId = new Map(annotations.map((one) => [one.id, one]))
  const sideOf = (one: Annotation | undefined): number => {
    if (one?.type === 'span') {
      const { cell, endCell = cell } = one.target
      return endCell < at ? 0 : cell >= at ? 1 : Number.NaN
    }
    if (one?.type === 'relation') {
      const [from, to] = [sideOf(byId.get(one.from)), sideOf(byId.get(one.to))]
      return from === to ? from : Number.NaN
    }
    if (one?.type !== 'answer') return 0
    if (one.about.type === 'row') return one.about.row < row ? 0 : 1
    return one.about.type === 'annotation' ? sideOf(byId.get(one.about.id)) : 0
  }
  const sides = new Map(annotations.map((one) => [one, sideOf(one)]))
  if ([...sides.values()].some(Number.isNaN)) return undefined
  const segment = (index: 0 | 1): LabeledDocument => ({
    ...document,
    segment: { index, last: index === 1 },
    cells: index === 0 ? cells.slice(0, at) : cells.slice(at),
    annotations: annotations
      .filter((one) => sides.get(one) === index)
      .map((one) => (index === 1 && one.type === 'span' ? moved(one, -at) : one)),
  })
  return [segment(0), segment(1)]
}

function moved(span: Annotation & { readonly type: 'span' }, by: number): Annotation {
  const { cell, endCell } = span.target
  const end = endCell === undefined ? {} : { endCell: endCell + by }
  return { ...span, target: { ...span.target, cell: cell + by, ...end } }
}

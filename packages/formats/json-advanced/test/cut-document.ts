import type { Annotation, Comment, LabeledDocument, TextTarget } from '@labelport/model'

/**
 * A document in segments that begin with its first cell and with the given ones, but for those over which something
 * reaches. What is about no cell stands in the first segment.
 */
export function cutDocument(
  document: LabeledDocument,
  cuts: readonly number[],
): readonly LabeledDocument[] {
  const { cells, annotations, comments, segment: _, ...rest } = document
  const ranges = new Map<string, readonly [number, number]>()
  for (const one of annotations) {
    if ('target' in one && one.target) ranges.set(one.id, rangeOf(one.target))
  }
  for (const one of annotations) {
    if (one.type !== 'relation') continue
    const ends = [ranges.get(one.from), ranges.get(one.to)].flatMap((range) => range ?? [])
    ranges.set(one.id, [Math.min(...ends), Math.max(...ends)])
  }
  const rangeOfComment = ({ about }: Comment): readonly [number, number] => {
    if (about.type === 'text') return rangeOf(about.target)
    if (about.type === 'annotation') return ranges.get(about.id) ?? [0, 0]
    const parent = about.type === 'reply' ? comments.find(({ id }) => id === about.to) : undefined
    return parent === undefined ? [0, 0] : rangeOfComment(parent)
  }
  const reaching = [...ranges.values(), ...comments.map(rangeOfComment)]
  const starts = [...new Set([0, ...cuts])]
    .filter((at) => at < cells.length && !reaching.some(([from, to]) => from < at && to >= at))
    .sort((a, b) => a - b)
  if (starts.length === 0) starts.push(0)
  return starts.map((from, index) => {
    const to = starts[index + 1] ?? Number.POSITIVE_INFINITY
    const isHere = ([first]: readonly [number, number]): boolean => first >= from && first < to
    return {
      ...rest,
      segment: { index, last: index + 1 === starts.length },
      cells: cells.slice(from, to),
      annotations: annotations
        .filter(({ id }) => isHere(ranges.get(id) ?? [0, 0]))
        .map((one): Annotation => {
          if (!('target' in one) || one.target === undefined) return one
          return { ...one, target: moved(one.target, from) }
        }),
      comments: comments
        .filter((one) => isHere(rangeOfComment(one)))
        .map((one): Comment => {
          if (one.about.type !== 'text') return one
          return { ...one, about: { type: 'text', target: moved(one.about.target, from) } }
        }),
    }
  })
}

function rangeOf({ cell, endCell = cell }: TextTarget): readonly [number, number] {
  return [cell, endCell]
}

function moved(target: TextTarget, by: number): TextTarget {
  const { cell, endCell } = target
  return { ...target, cell: cell - by, ...(endCell !== undefined && { endCell: endCell - by }) }
}

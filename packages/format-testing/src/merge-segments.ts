import type { Annotation, Comment, LabeledDocument, TextTarget } from '@labelport/model'

/** Puts the segments of each file together again; documents that came whole stay as they are. */
export function mergeSegments(documents: Iterable<LabeledDocument>): LabeledDocument[] {
  const merged: LabeledDocument[] = []
  let run: LabeledDocument[] = []
  const flush = (): void => {
    if (run.length > 0) merged.push(joined(run))
    run = []
  }
  for (const document of documents) {
    const continues = document.segment !== undefined && document.segment.index > 0
    if (!continues || run.at(-1)?.id !== document.id) flush()
    if (document.segment === undefined) merged.push(document)
    else run.push(document)
  }
  flush()
  return merged
}

function joined(segments: readonly LabeledDocument[]): LabeledDocument {
  const cells: LabeledDocument['cells'][number][] = []
  const annotations: Annotation[] = []
  const comments: Comment[] = []
  for (const segment of segments) {
    const offset = cells.length
    for (const cell of segment.cells) cells.push(cell)
    for (const one of segment.annotations) annotations.push(moveAnnotation(one, offset))
    for (const one of segment.comments) comments.push(moveComment(one, offset))
  }
  const [first] = segments
  if (first === undefined) throw new RangeError('No segments to join.')
  const { segment: _, ...whole } = first
  return { ...whole, cells, annotations, comments }
}

/** The annotation in a document whose cells begin `offset` cells later. */
export function moveAnnotation(annotation: Annotation, offset: number): Annotation {
  if (!('target' in annotation) || annotation.target === undefined) return annotation
  return { ...annotation, target: moveTarget(annotation.target, offset) }
}

/** The comment in a document whose cells begin `offset` cells later. */
export function moveComment(comment: Comment, offset: number): Comment {
  if (comment.about.type !== 'text') return comment
  return { ...comment, about: { type: 'text', target: moveTarget(comment.about.target, offset) } }
}

function moveTarget(target: TextTarget, offset: number): TextTarget {
  const cell = target.cell + offset
  if (target.endCell === undefined) return { ...target, cell }
  return { ...target, cell, endCell: target.endCell + offset }
}

import type { Annotation, Comment, LabeledDocument, TextTarget } from '@labelport/model'

/** Puts the segments of a document together: rows about whole documents need all of one. */
export interface SegmentJoin {
  /** The whole document when this was its last segment. */
  take(document: LabeledDocument): LabeledDocument | undefined
  /** A document whose last segment did not come. */
  rest(): LabeledDocument | undefined
}

/** Segments of one file come one after the other, so one document is held at a time. */
export function joinSegments(): SegmentJoin {
  let held: LabeledDocument[] = []
  const release = (): LabeledDocument | undefined => {
    const segments = held
    held = []
    return joined(segments)
  }
  return {
    take(document) {
      if (document.segment === undefined) return document
      held.push(document)
      return document.segment.last ? release() : undefined
    },
    rest: release,
  }
}

function joined(segments: readonly LabeledDocument[]): LabeledDocument | undefined {
  const [first] = segments
  if (first === undefined || segments.length === 1) return first
  const annotations: Annotation[] = []
  const comments: Comment[] = []
  let by = 0
  for (const segment of segments) {
    for (const one of segment.annotations) annotations.push(movedAnnotation(one, by))
    for (const one of segment.comments) comments.push(movedComment(one, by))
    by += segment.cells.length
  }
  const cells = segments.flatMap((segment) => segment.cells)
  const media = segments.flatMap((segment) => segment.media)
  return { ...first, cells, media, annotations, comments }
}

function movedAnnotation(annotation: Annotation, by: number): Annotation {
  switch (annotation.type) {
    case 'span':
      return { ...annotation, target: moved(annotation.target, by) }
    case 'box':
    case 'timestamp':
      return annotation.target === undefined
        ? annotation
        : { ...annotation, target: moved(annotation.target, by) }
    case 'relation':
    case 'answer':
      return annotation
    default:
      return annotation satisfies never
  }
}

function movedComment(comment: Comment, by: number): Comment {
  if (comment.about.type !== 'text') return comment
  return { ...comment, about: { type: 'text', target: moved(comment.about.target, by) } }
}

function moved(target: TextTarget, by: number): TextTarget {
  const start = { ...target, cell: target.cell + by }
  return target.endCell === undefined ? start : { ...start, endCell: target.endCell + by }
}

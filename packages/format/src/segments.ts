import type {
  Annotation,
  Cell,
  Comment,
  Extra,
  LabeledDocument,
  TextTarget,
} from '@labelport/model'
import { documentRuns } from './document-runs.ts'

/** Puts together what the segments of a document keep for formats; absent when they keep nothing. */
export type JoinExtra = (extras: readonly (Extra | undefined)[]) => Extra | undefined

const extraOfFirst: JoinExtra = ([first]) => first

/**
 * Puts the segments of a file together again, for writers whose files hold a document as a whole.
 * Documents that are whole pass as they are; a last segment that never comes ends with the stream.
 */
export async function* wholeDocuments(
  documents: AsyncIterable<LabeledDocument>,
  joinExtra: JoinExtra = extraOfFirst,
): AsyncGenerator<LabeledDocument> {
  for await (const { first, later } of documentRuns(documents)) {
    if (later === undefined) {
      yield first
      continue
    }
    const segments = [first]
    for await (const segment of later) segments.push(segment)
    yield joined(segments, joinExtra)
  }
}

function joined(segments: readonly LabeledDocument[], joinExtra: JoinExtra): LabeledDocument {
  const [first, ...rest] = segments
  if (first === undefined) throw new RangeError('There is no segment to join.')
  const cells: Cell[] = [...first.cells]
  const annotations: Annotation[] = [...first.annotations]
  const comments: Comment[] = [...first.comments]
  for (const segment of rest) {
    const by = cells.length
    for (const cell of segment.cells) cells.push(cell)
    for (const one of segment.annotations) annotations.push(shiftedAnnotation(one, by))
    for (const one of segment.comments) comments.push(shiftedComment(one, by))
  }
  const { segment: _, extra: __, ...whole } = first
  const extra = joinExtra(segments.map((segment) => segment.extra))
  // Labels that no schema declares are added to it where they are met.
  const schema = segments.at(-1)?.schema ?? first.schema
  return { ...whole, cells, annotations, comments, schema, ...(extra && { extra }) }
}

function shiftedAnnotation(annotation: Annotation, by: number): Annotation {
  if (annotation.type === 'span') return { ...annotation, target: shifted(annotation.target, by) }
  if ((annotation.type !== 'box' && annotation.type !== 'timestamp') || !annotation.target) {
    return annotation
  }
  return { ...annotation, target: shifted(annotation.target, by) }
}

function shiftedComment(comment: Comment, by: number): Comment {
  const { about } = comment
  if (about.type !== 'text') return comment
  return { ...comment, about: { type: 'text', target: shifted(about.target, by) } }
}

function shifted(target: TextTarget, by: number): TextTarget {
  const { cell, endCell } = target
  return { ...target, cell: cell + by, ...(endCell !== undefined && { endCell: endCell + by }) }
}

import type {
  Annotation,
  Cell,
  Comment,
  Extra,
  LabeledDocument,
  TextTarget,
} from '@labelport/model'
import { type DocumentRun, documentRuns } from './document-runs.ts'

/** Puts together what the segments of a document keep for formats; absent when they keep nothing. */
export type JoinExtra = (extras: readonly (Extra | undefined)[]) => Extra | undefined

const extraOfFirst: JoinExtra = ([first]) => first

const noExtra: JoinExtra = () => undefined

/**
 * Puts the segments of a file together again, for writers whose files hold a document as a whole.
 * Documents that are whole pass as they are; a last segment that never comes ends with the stream.
 */
export async function* wholeDocuments(
  documents: AsyncIterable<LabeledDocument>,
  joinExtra: JoinExtra = extraOfFirst,
): AsyncGenerator<LabeledDocument> {
  for await (const { first, later } of documentRuns(documents)) {
    yield later === undefined ? first : await joined(first, later, joinExtra)
  }
}

/**
 * The same for writers that read nobody's `extra`: segments are put together without it, also without that of their
 * annotations and comments, which may be half of all that is held.
 */
export function bareDocuments(
  documents: AsyncIterable<LabeledDocument>,
): AsyncGenerator<LabeledDocument> {
  return wholeDocuments(documents, noExtra)
}

/** Takes what each segment holds as it comes: held until all are there, it would be in memory twice. */
async function joined(
  first: LabeledDocument,
  later: NonNullable<DocumentRun['later']>,
  joinExtra: JoinExtra,
): Promise<LabeledDocument> {
  const cells: Cell[] = []
  const annotations: Annotation[] = []
  const comments: Comment[] = []
  const extras: (Extra | undefined)[] = []
  const isBare = joinExtra === noExtra
  const add = (segment: LabeledDocument): void => {
    const by = cells.length
    for (const cell of segment.cells) cells.push(cell)
    for (const one of segment.annotations) {
      annotations.push(shiftedAnnotation(isBare ? bareAnnotation(one) : one, by))
    }
    for (const one of segment.comments) {
      comments.push(shiftedComment(isBare ? bareComment(one) : one, by))
    }
    if (!isBare) extras.push(segment.extra)
  }
  add(first)
  let { schema } = first
  for await (const segment of later) {
    add(segment)
    // Labels that no schema declares are added to it where they are met.
    schema = segment.schema
  }
  const { segment: _, extra: __, ...whole } = first
  const extra = joinExtra(extras)
  return { ...whole, cells, annotations, comments, schema, ...(extra && { extra }) }
}

function bareAnnotation({ extra: _, ...annotation }: Annotation): Annotation {
  return annotation
}

function bareComment({ extra: _, ...comment }: Comment): Comment {
  return comment
}

function shiftedAnnotation(annotation: Annotation, by: number): Annotation {
  if (by === 0) return annotation
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

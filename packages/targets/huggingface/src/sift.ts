import {
  type Annotation,
  type Answer,
  type Box,
  doubtOf,
  hasLoneSurrogate,
  type LabeledDocument,
  type Relation,
  type Span,
  type Timestamp,
} from '@labelport/model'
import type { Options } from './options.ts'
import type { DocumentFates } from './reasons.ts'

/** What of a document may become training data. */
export interface Sifted {
  readonly document: LabeledDocument
  readonly fates: DocumentFates
  /** Why a cell is left out, by its index. */
  readonly leftOut: ReadonlyMap<number, 'hidden-cell' | 'lone-surrogate'>
  readonly spans: readonly Span[]
  readonly answers: readonly Answer[]
  readonly boxes: readonly Box[]
  readonly relations: readonly Relation[]
  readonly timestamps: readonly Timestamp[]
}

/** Takes out what no task uses: hidden cells, undecided labels, and comments. */
export function sift(
  document: LabeledDocument,
  fates: DocumentFates,
  unresolved: Options['unresolved'],
): Sifted {
  const spans: Span[] = []
  const answers: Answer[] = []
  const boxes: Box[] = []
  const relations: Relation[] = []
  const timestamps: Timestamp[] = []
  for (const annotation of document.annotations) {
    const doubt = unresolved === 'exclude' ? doubtOf(annotation.origin) : undefined
    if (doubt !== undefined) {
      fates.drop(annotation.type, doubt, annotation.id)
      continue
    }
    switch (annotation.type) {
      case 'span':
        spans.push(annotation)
        break
      case 'answer':
        answers.push(annotation)
        break
      case 'box':
        boxes.push(annotation)
        break
      case 'relation':
        relations.push(annotation)
        break
      case 'timestamp':
        timestamps.push(annotation)
        break
      default:
        annotation satisfies never
    }
  }
  for (const comment of document.comments) fates.drop('comment', 'no-place', comment.id)
  const leftOut = leaveOutCells(document, fates)
  return { document, fates, leftOut, spans, answers, boxes, relations, timestamps }
}

const noneLeftOut: Sifted['leftOut'] = new Map()

function leaveOutCells({ cells }: LabeledDocument, fates: DocumentFates): Sifted['leftOut'] {
  let leftOut: Map<number, 'hidden-cell' | 'lone-surrogate'> | undefined
  for (let index = 0; index < cells.length; index += 1) {
    const cell = cells[index]
    if (cell === undefined) continue
    const hidden = cell.status !== undefined
    if (!hidden && !hasLoneSurrogate(cell.text)) continue
    const code = hidden ? 'hidden-cell' : 'lone-surrogate'
    leftOut ??= new Map()
    leftOut.set(index, code)
    fates.drop('cell', code, index)
  }
  return leftOut ?? noneLeftOut
}

/** Drops statements that belong to another task than the rows have. */
export function dropOthers(
  { fates, spans, answers, boxes, relations, timestamps }: Sifted,
  types: readonly Annotation['type'][],
): void {
  const lists = {
    span: spans,
    answer: answers,
    box: boxes,
    relation: relations,
    timestamp: timestamps,
  }
  for (const type of types) {
    for (const { id } of lists[type]) fates.drop(type, 'other-task', id)
  }
}

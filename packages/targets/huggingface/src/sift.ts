import {
  type Answer,
  type Box,
  doubtOf,
  hasLoneSurrogate,
  type LabeledDocument,
  type Span,
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
}

/** Takes out what no task uses: hidden cells, undecided labels, and kinds without a place. */
export function sift(
  document: LabeledDocument,
  fates: DocumentFates,
  unresolved: Options['unresolved'],
): Sifted {
  const spans: Span[] = []
  const answers: Answer[] = []
  const boxes: Box[] = []
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
      case 'timestamp':
        fates.drop(annotation.type, 'no-place', annotation.id)
        break
      default:
        annotation satisfies never
    }
  }
  for (const comment of document.comments) fates.drop('comment', 'no-place', comment.id)
  return { document, fates, leftOut: leaveOutCells(document, fates), spans, answers, boxes }
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
  { fates, spans, answers, boxes }: Sifted,
  types: readonly ('span' | 'answer' | 'box')[],
): void {
  const lists = { span: spans, answer: answers, box: boxes }
  for (const type of types) {
    for (const { id } of lists[type]) fates.drop(type, 'other-task', id)
  }
}

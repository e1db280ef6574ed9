import { type Annotation, type LabeledDocument, labelName, textOf } from '@labelport/model'
import { answerText, questionsOf } from '../answer-text.ts'
import type { Said } from '../comparison.ts'
import type { Spot } from '../protocol.ts'

/** The longest text that is quoted, in UTF-16 code units. */
const longest = 120

/** A statement in words. */
export function saidIn(document: LabeledDocument, annotation: Annotation): Said {
  const { id } = annotation
  if (annotation.type === 'answer') {
    const questions = questionsOf(document.schema)
    const question = questions.get(annotation.question)
    const text = question?.text ?? annotation.question
    return { id, label: answerText(annotation.value, question, questions), text }
  }
  const { labelSet, label } = annotation
  const name =
    labelSet === undefined || label === undefined
      ? (label ?? 'no label')
      : labelName(document.schema, labelSet, label)
  return { id, label: name, text: coveredText(document, annotation) }
}

function coveredText({ cells }: LabeledDocument, annotation: Annotation): string {
  if (!('target' in annotation) || annotation.target === undefined) {
    return annotation.type === 'box' ? (annotation.caption ?? '').slice(0, longest) : ''
  }
  return textOf(cells, annotation.target).slice(0, longest)
}

/**
 * Where a statement lies: the position of its row among the document's rows, where it has one, and a number
 * that puts statements in reading order.
 */
export function placeIn(
  document: LabeledDocument,
  annotation: Annotation,
): { readonly row: number | undefined; readonly order: number } {
  switch (annotation.type) {
    case 'span':
      return inCell(document, annotation.target.cell, annotation.target.start)
    case 'box':
    case 'timestamp': {
      if (annotation.target !== undefined)
        return inCell(document, annotation.target.cell, annotation.target.start)
      const order = annotation.type === 'timestamp' ? annotation.startMs / 1e9 : 0
      return { row: undefined, order }
    }
    case 'answer': {
      const { about } = annotation
      if (about.type === 'document') return { row: undefined, order: -1 }
      if (about.type === 'row')
        return inCell(
          document,
          document.cells.findIndex(({ row }) => row === about.row),
          0,
        )
      return through(document, about.id)
    }
    case 'relation':
      return through(document, annotation.from)
    default:
      return annotation satisfies never
  }
}

/** The row of a spot, as a position among the document's rows; the first where the spot lies in none. */
export function rowOf(document: LabeledDocument, spot: Spot): number {
  if (spot.type === 'cell') return inCell(document, spot.cell, 0).row
  const found = document.annotations.find(({ id }) => id === spot.id)
  return (found && placeIn(document, found).row) ?? 0
}

function through(document: LabeledDocument, id: string) {
  const found = document.annotations.find((one) => one.id === id)
  // An arrow may start at another arrow; one step is enough to come near it.
  if (found === undefined || found.type === 'relation' || found.type === 'answer')
    return { row: undefined, order: 0 }
  return placeIn(document, found)
}

function inCell({ cells }: LabeledDocument, cell: number, start: number) {
  let row = -1
  let last: number | undefined
  for (let at = 0; at <= cell && at < cells.length; at += 1) {
    if (cells[at]?.row !== last) row += 1
    last = cells[at]?.row
  }
  return { row: Math.max(0, row), order: cell + start / 1e9 }
}

import {
  isObject,
  type JsonObject,
  lossOfPeople,
  overlay,
  sourceId,
  writeAnswerSet,
  writeOrigin,
} from '@labelport/format'
import { type Box, labelName } from '@labelport/model'
import { keptIn } from './extra.ts'
import { classPrefix } from './item-questions.ts'
import { answersAbout } from './write-answers.ts'
import type { Outgoing } from './write-schema.ts'

/** Writes the boxes with the answers about them, and tells the tally what became of each. */
export function writeBoxes(outgoing: Outgoing): JsonObject[] {
  const boxes: JsonObject[] = []
  const answers = answersAbout(outgoing)
  for (const one of outgoing.document.annotations) {
    if (one.type === 'box') boxes.push(writeBox(one, answers, outgoing))
  }
  return boxes
}

function writeBox(
  box: Box,
  answers: ReturnType<typeof answersAbout>,
  outgoing: Outgoing,
): JsonObject {
  const { document, schema, labelerInfo, tally } = outgoing
  const { createdAt, updatedAt } = box.origin
  const change =
    (box.target === undefined ? undefined : 'box-text-left-out') ??
    lossOfPeople(box.origin, labelerInfo) ??
    (createdAt === undefined && updatedAt === undefined ? undefined : 'times-left-out')
  if (change === undefined) tally.keep('box')
  else tally.change('box', change, box.id)
  const source = keptIn(box.extra)
  const asked = schema.askedOf(box.labelSet, box.label)
  const about = answers.get(box.id)
  const before = isObject(source?.answers) ? source.answers : undefined
  const hasAnswers = about !== undefined || before !== undefined || asked.length > 0
  const isNew = source === undefined
  return overlay(source, {
    id: sourceId(box.id, source?.id),
    ...(isNew && { documentId: document.id }),
    bboxLabelClassId:
      String(source?.bboxLabelClassId) === box.label ? source?.bboxLabelClassId : box.label,
    bboxLabelClassName: labelName(document.schema, box.labelSet, box.label),
    caption: box.caption ?? null,
    shapes: box.shapes.map(({ page, points }) => ({ pageIndex: page, points })),
    ...(hasAnswers &&
      (isNew || before !== undefined || about !== undefined) && {
        answers: writeAnswerSet(about ?? new Map(), asked, before, {
          prefix: classPrefix(box.labelSet, box.label),
          unanswered: 'missing',
        }),
      }),
    ...writeOrigin(box.origin, source),
    confidenceScore: box.origin.confidence,
  })
}

import {
  idText,
  isObject,
  type JsonObject,
  type LossName,
  lossOfPeople,
  overlay,
  sourceId,
  textBoxLabel,
  writeAnswerSet,
  writeOrigin,
} from '@labelport/format'
import { type Box, labelName } from '@labelport/model'
import { keptIn } from './extra.ts'
import { classPrefix } from './item-questions.ts'
import { answersAbout } from './write-answers.ts'
import type { Outgoing } from './write-schema.ts'

/** Writes the boxes of classes with the answers about them, and tells the tally what became of each. */
export function writeBoxes(outgoing: Outgoing): JsonObject[] {
  const boxes: JsonObject[] = []
  const answers = answersAbout(outgoing)
  const placed = outgoing.placement.textBoxes.filter(({ key }) => key.position !== undefined)
  const withText = new Set(placed.map(({ annotation }) => annotation.id))
  for (const one of outgoing.document.annotations) {
    if (one.type === 'box' && one.labelSet !== textBoxLabel.labelSet) {
      boxes.push(writeBox(one, answers, lossOfText(one, withText), outgoing))
    }
  }
  return boxes
}

function writeBox(
  box: Box,
  answers: ReturnType<typeof answersAbout>,
  textLoss: LossName | undefined,
  outgoing: Outgoing,
): JsonObject {
  const { document, schema, labelerInfo, tally } = outgoing
  const { createdAt, updatedAt } = box.origin
  const change =
    textLoss ??
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
      idText(source?.bboxLabelClassId) === box.label ? source?.bboxLabelClassId : box.label,
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

/** The text is told by an entry of `boundingBoxLabels`, if it has a place at all. */
function lossOfText({ id, target }: Box, withText: ReadonlySet<string>): LossName | undefined {
  if (target === undefined) return undefined
  return withText.has(id) ? 'box-text-apart' : 'box-text-left-out'
}

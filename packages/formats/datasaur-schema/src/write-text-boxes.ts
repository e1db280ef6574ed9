import {
  type JsonObject,
  lossOfPeople,
  overlay,
  type PlacedTextBox,
  sourceId,
  textBoxKeys,
  textBoxLabel,
  writeOrigin,
} from '@labelport/format'
import type { Box, LabeledDocument } from '@labelport/model'
import { keptIn } from './extra.ts'
import { positionValue } from './write-labels.ts'
import type { Outgoing } from './write-schema.ts'

/** Boxes that tell which text is in them: those read from `boundingBoxLabels`, and those of a class. */
export function boxesWithText({ annotations }: LabeledDocument): readonly Box[] {
  return annotations.filter(
    (one): one is Box => one.type === 'box' && (isTextBox(one) || one.target !== undefined),
  )
}

/** Writes `boundingBoxLabels`, and tells the tally what became of the boxes that stand nowhere else. */
export function writeTextBoxes(outgoing: Outgoing): readonly JsonObject[] {
  return outgoing.placement.textBoxes
    .filter(({ annotation, key }) => isTextBox(annotation) || key.position !== undefined)
    .map((placed) => writeTextBox(placed, outgoing))
}

function isTextBox({ labelSet }: Box): boolean {
  return labelSet === textBoxLabel.labelSet
}

function writeTextBox(placed: PlacedTextBox, outgoing: Outgoing): JsonObject {
  const { annotation, key, isUnchanged } = placed
  const own = isTextBox(annotation)
  const source = own ? keptIn(annotation.extra) : undefined
  if (own) settle(placed, outgoing)
  return overlay(source, {
    id: own ? sourceId(annotation.id, source?.id) : `${annotation.id}:text`,
    ...(source === undefined && { documentId: outgoing.document.id }),
    ...textBoxKeys(placed.shape, source),
    ...writeOrigin(annotation.origin, source),
    ...(!isUnchanged && { layer: key.layer, counter: key.counter, hashCode: placed.hashCode }),
    textPosition: key.position === undefined ? null : positionValue(key.position, source),
    confidenceScore: annotation.origin.confidence ?? null,
  })
}

function settle({ annotation, loss }: PlacedTextBox, { labelerInfo, tally }: Outgoing): void {
  const { id, origin } = annotation
  const hasTimes = origin.createdAt !== undefined || origin.updatedAt !== undefined
  const change =
    loss ?? lossOfPeople(origin, labelerInfo) ?? (hasTimes ? 'times-left-out' : undefined)
  if (change === undefined) tally.keep('box')
  else tally.change('box', change, id)
}

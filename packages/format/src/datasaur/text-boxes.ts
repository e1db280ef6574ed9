import type {
  Annotation,
  Box,
  LabeledDocument,
  LabelSet,
  Shape,
  TextTarget,
} from '@labelport/model'
import { type Counters, countersOf } from './counters.ts'
import { positionText, textBoxHash } from './hash-code.ts'
import type { JsonObject } from './json-value.ts'
import type { Layout } from './layout.ts'
import type { PlacedTimestamp, Placement, Recalled } from './placement.ts'
import type { Position } from './position.ts'
import { positionOf } from './position-of.ts'
import { textBoxShape } from './shapes.ts'
import type { LossName } from './tally.ts'

/** The label of boxes around text that was read from an image: Datasaur gives them none of their own. */
export const textBoxLabel = { labelSet: 'text-boxes', label: 'text' } as const

/** The set of that label. */
export const textBoxSet: LabelSet = Object.freeze({
  id: textBoxLabel.labelSet,
  name: 'Text boxes',
  appliesTo: 'box',
  labels: [{ id: textBoxLabel.label, name: 'text' }],
})

/** A box around text with its coordinates in the file; absent ones mean that no text is told. */
export interface PlacedTextBox extends Omit<PlacedTimestamp, 'annotation'> {
  readonly annotation: Box
  /** The one shape that is written. */
  readonly shape: Shape | undefined
}

/** A placement that knows the boxes around text too. */
export interface BoxPlacement extends Placement {
  readonly textBoxes: readonly PlacedTextBox[]
}

/** What a file said of the shape of a box, to compare with what `recall` calls its label. */
export function recalledShape(source: JsonObject): string {
  return shapeText(textBoxShape(source))
}

/** Places boxes as boxes around text, beside the labels that have their places already. */
export function placeTextBoxes(
  boxes: readonly Box[],
  layout: Layout,
  recall: (annotation: Annotation) => Recalled | undefined,
  placement: Placement,
  counters: Counters = countersOf(),
): BoxPlacement {
  const hashes = new Map(placement.hashes)
  const textBoxes = boxes.map((box) => placeTextBox(box, layout, recall(box), counters))
  for (const { annotation, hashCode } of textBoxes) {
    hashes.set(annotation.id, { type: 'box', hash: hashCode })
  }
  return { ...placement, hashes, textBoxes }
}

function placeTextBox(
  annotation: Box,
  layout: Layout,
  recalled: Recalled | undefined,
  counters: Counters,
): PlacedTextBox {
  const place = placeOf(annotation.target, recalled, layout)
  const { position } = place
  const [shape] = annotation.shapes
  const layer = typeof recalled?.layer === 'number' ? recalled.layer : 0
  const at = position === undefined ? '' : positionText(position)
  const text = shapeText(shape)
  const counter = counters.take(`${layer}:${at}:${text}`, place.isHere ? recalled?.counter : 0)
  // Files may do without counters: nobody has seen what entries hold.
  const isUnchanged =
    place.isHere && recalled?.label === text && (recalled.counter ?? counter) === counter
  const loss = place.loss ?? lossOf(annotation)
  return {
    annotation,
    key: { label: '', layer, counter, ...(position && { position }) },
    hashCode:
      isUnchanged && typeof recalled?.hashCode === 'string'
        ? recalled.hashCode
        : textBoxHash(layer, position, counter),
    isUnchanged,
    shape,
    ...(loss && { loss }),
  }
}

/** Text that cannot be placed is left out; the box stays. */
function placeOf(
  target: TextTarget | undefined,
  recalled: Recalled | undefined,
  layout: Layout,
): { position?: Position; isHere: boolean; loss?: LossName } {
  if (target === undefined) return { isHere: recalled !== undefined && !recalled.position }
  const place = positionOf(target, recalled?.position, layout)
  return typeof place === 'string' ? { isHere: false, loss: 'box-text-left-out' } : place
}

function lossOf({ labelSet, label, shapes, caption }: Box): LossName | undefined {
  if (labelSet !== textBoxLabel.labelSet || label !== textBoxLabel.label)
    return 'box-label-left-out'
  if (shapes.length !== 1) return 'shapes-left-out'
  return caption === undefined ? undefined : 'caption-left-out'
}

function shapeText(shape: Shape | undefined): string {
  return shape === undefined
    ? ''
    : [shape.page, ...shape.points.flatMap(({ x, y }) => [x, y])].join(' ')
}

/** The schema with the set of boxes around text when there are such boxes. */
export function withTextBoxSet(
  labelSets: readonly LabelSet[],
  annotations: LabeledDocument['annotations'],
): readonly LabelSet[] {
  const isUsed = annotations.some(
    (one) => one.type === 'box' && one.labelSet === textBoxLabel.labelSet,
  )
  return isUsed ? [...labelSets, textBoxSet] : labelSets
}

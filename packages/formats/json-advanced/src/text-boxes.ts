import {
  idField,
  type JsonObject,
  readOrigin,
  textBoxLabel,
  textBoxShape,
  textField,
} from '@labelport/format'
import type { Annotation } from '@labelport/model'
import { formatId, type KeptLabel } from './extra.ts'
import { type LabelScope, placed, rememberHash } from './label-scope.ts'

/**
 * Reads a BOUNDING_BOX, whose shape in exports nobody has seen: the fields of Datasaur's API with the
 * coordinates of other labels. It names no label.
 */
export function readTextBox(
  source: JsonObject,
  pointer: string,
  index: number,
  scope: LabelScope,
): Annotation | undefined {
  const { findings, ids, users } = scope
  const message = 'Found a BOUNDING_BOX, of which no real file was seen yet.'
  findings.add('info', 'unverified', pointer, message)
  const shape = textBoxShape(source)
  if (shape === undefined) {
    const expected = 'a box with a pageIndex and coordinates, each with the numbers x and y'
    findings.wrongType(pointer, source, expected)
    return undefined
  }
  const isPlaced = source.startCellLine !== undefined && source.startCellLine !== null
  const target = isPlaced ? placed(source, pointer, scope) : undefined
  if (isPlaced && target === undefined) return undefined
  const id = ids.of(idField(source, 'id', pointer, findings), `text-box:${index}`, pointer)
  const hash = textField(source, 'hashCode', pointer, findings)
  rememberHash(hash, id, scope)
  const kept: KeptLabel = { label: source }
  return {
    type: 'box',
    id,
    ...textBoxLabel,
    shapes: [shape],
    ...(target && { target }),
    origin: readOrigin(source, pointer, users, findings, 'times'),
    extra: { [formatId]: kept },
  }
}

import {
  idField,
  type JsonObject,
  readOrigin,
  textBoxLabel,
  textBoxShape,
  textField,
} from '@labelport/format'
import type { Annotation } from '@labelport/model'
import { formatId } from './extra.ts'
import { type LabelScope, readEntries, rememberHash, textTarget } from './text-labels.ts'

/**
 * Reads `boundingBoxLabels`, whose shape in exports nobody has seen: the fields of Datasaur's API with the
 * `textPosition` of other labels. They name no label.
 */
export function readTextBoxes(data: JsonObject, scope: LabelScope): Annotation[] {
  const { findings, ids, users } = scope
  return readEntries(data, 'boundingBoxLabels', scope, (source, pointer, index) => {
    const shape = textBoxShape(source)
    if (shape === undefined) {
      const expected = 'a box with a pageIndex and coordinates, each with the numbers x and y'
      findings.wrongType(pointer, source, expected)
      return undefined
    }
    const placed = source.textPosition !== undefined && source.textPosition !== null
    const target = placed ? textTarget(source, pointer, scope) : undefined
    if (placed && target === undefined) return undefined
    const id = ids.of(idField(source, 'id', pointer, findings), `text-box:${index}`, pointer)
    const hash = textField(source, 'hashCode', pointer, findings)
    rememberHash(hash, id, scope)
    return {
      type: 'box',
      id,
      ...textBoxLabel,
      shapes: [shape],
      ...(target && { target }),
      origin: readOrigin(source, pointer, users, findings, 'confidence'),
      extra: { [formatId]: source },
    }
  })
}

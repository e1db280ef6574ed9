import {
  idText,
  positionOfLabel,
  positionOfShort,
  type Recalled,
  recalledShape,
} from '@labelport/format'
import type { Annotation } from '@labelport/model'
import { keptIn, keptObject } from './extra.ts'

/** What the file said of a label that was read from one. */
export function recallLabel(annotation: Annotation): Recalled | undefined {
  const kept = keptIn(annotation.extra)
  const source = keptObject(kept, 'label')
  const short = keptObject(kept, 'short')
  if (source === undefined && short === undefined) return undefined
  const { layer = 0, hashCode } = source ?? short ?? {}
  if (source === undefined) {
    const position = short && positionOfShort(short)
    return { position, layer, label: idText(short?.l) ?? '', counter: 0, hashCode }
  }
  const { counter, shouldExpand, startTimestampMillis, endTimestampMillis } = source
  if (annotation.type === 'box') {
    const label = recalledShape(source)
    return { position: positionOfLabel(source), layer, label, counter, hashCode }
  }
  const label =
    annotation.type === 'timestamp'
      ? `${startTimestampMillis}:${endTimestampMillis}`
      : (idText(source.labelSetItemId) ?? '')
  return { position: positionOfLabel(source), layer, label, counter, hashCode, shouldExpand }
}

import {
  idField,
  isObject,
  type JsonObject,
  numberField,
  readOrigin,
  textField,
} from '@labelport/format'
import type { Annotation } from '@labelport/model'
import { formatId, type KeptLabel } from './extra.ts'
import { type LabelScope, placed, rememberHash, rememberSpan } from './label-scope.ts'
import { readTextBox } from './text-boxes.ts'

/**
 * Reads `labels`. Arrows come after all spans, which they refer to; the rest keeps its order. `places` tells where in
 * the file's list each one stands, when the list is not the whole of it.
 */
export function readLabels(
  list: readonly unknown[],
  scope: LabelScope,
  places?: readonly number[],
): Annotation[] {
  const read = new Array<Annotation | undefined>(list.length)
  const arrows: number[] = []
  const placeOf = (index: number): number => places?.[index] ?? index
  for (let index = 0; index < list.length; index += 1) {
    const source = list[index]
    if (isObject(source) && source.type === 'ARROW') arrows.push(index)
    else read[index] = readLabel(source, placeOf(index), scope)
  }
  for (const index of arrows) {
    const source = list[index]
    const place = placeOf(index)
    if (isObject(source)) read[index] = readArrow(source, `/labels/${place}`, place, scope)
  }
  const annotations: Annotation[] = []
  for (let index = 0; index < list.length; index += 1) {
    const annotation = read[index]
    if (annotation !== undefined) annotations.push(annotation)
    else {
      scope.unread.labels ??= []
      scope.unread.labels.push({ index: placeOf(index), source: list[index] })
    }
  }
  return annotations
}

function readLabel(source: unknown, index: number, scope: LabelScope): Annotation | undefined {
  const pointer = `/labels/${index}`
  if (!isObject(source)) {
    scope.findings.wrongType(pointer, source, 'a label')
    return undefined
  }
  const { type } = source
  if (type === 'SPAN') return readSpan(source, pointer, index, scope)
  if (type === 'TIMESTAMP') return readTimestamp(source, pointer, index, scope)
  if (type === 'BOUNDING_BOX') return readTextBox(source, pointer, index, scope)
  const message = `Found a label of type ${JSON.stringify(type ?? null)}, expected SPAN, ARROW, TIMESTAMP or BOUNDING_BOX; it is kept as it is and not read.`
  scope.findings.add('warning', 'unread-label', `${pointer}/type`, message)
  return undefined
}

function readSpan(
  source: JsonObject,
  pointer: string,
  index: number,
  scope: LabelScope,
): Annotation | undefined {
  const { findings, ids, users } = scope
  const target = placed(source, pointer, scope)
  if (target === undefined) return undefined
  const label = idField(source, 'labelSetItemId', pointer, findings)
  if (label === undefined || label === '') {
    findings.add('error', 'label-without-item', pointer, 'Found a label that names no label item.')
    return undefined
  }
  const layer = numberField(source, 'layer', pointer, findings) ?? 0
  declare(layer, label, pointer, scope)
  const own = idField(source, 'id', pointer, findings)
  const id = ids.of(own, `span:${index}`, pointer)
  rememberSpan(own ?? id, id, scope)
  const hash = textField(source, 'hashCode', pointer, findings)
  rememberHash(hash, id, scope)
  const short = hash === undefined ? undefined : scope.shortLabels.take(hash)
  const kept: KeptLabel =
    short === undefined ? { label: source } : { label: source, short: short.source, at: short.at }
  return {
    type: 'span',
    id,
    labelSet: String(layer),
    label,
    target,
    origin: readOrigin(source, pointer, users, findings, 'times'),
    extra: { [formatId]: kept },
  }
}

function readTimestamp(
  source: JsonObject,
  pointer: string,
  index: number,
  scope: LabelScope,
): Annotation | undefined {
  const { findings, ids, users } = scope
  const startMs = numberField(source, 'startTimestampMillis', pointer, findings)
  const endMs = numberField(source, 'endTimestampMillis', pointer, findings)
  if (startMs === undefined || endMs === undefined || endMs < startMs) {
    const message = `Found a timestamp from ${startMs ?? 'nowhere'} to ${endMs ?? 'nowhere'}; expected an end that is not before the start.`
    findings.add('error', 'label-without-time', pointer, message)
    return undefined
  }
  const isPlaced = source.startCellLine !== undefined && source.startCellLine !== null
  const target = isPlaced ? placed(source, pointer, scope) : undefined
  if (isPlaced && target === undefined) return undefined
  const id = ids.of(idField(source, 'id', pointer, findings), `time:${index}`, pointer)
  const hash = textField(source, 'hashCode', pointer, findings)
  rememberHash(hash, id, scope)
  const kept: KeptLabel = { label: source }
  return {
    type: 'timestamp',
    id,
    startMs,
    endMs,
    ...(target && { target }),
    origin: readOrigin(source, pointer, users, findings, 'times'),
    extra: { [formatId]: kept },
  }
}

function readArrow(
  source: JsonObject,
  pointer: string,
  index: number,
  scope: LabelScope,
): Annotation | undefined {
  const { findings, ids, spanOf, users } = scope
  const origin = idField(source, 'originId', pointer, findings)
  const destination = idField(source, 'destinationId', pointer, findings)
  const from = origin === undefined ? undefined : spanOf?.get(origin)
  const to = destination === undefined ? undefined : spanOf?.get(destination)
  if (from === undefined || to === undefined) {
    const message = `Found an arrow from "${origin ?? ''}" to "${destination ?? ''}"; expected ids of two spans of this file.`
    findings.add('error', 'dangling-arrow', pointer, message)
    return undefined
  }
  const label = idField(source, 'labelSetItemId', pointer, findings) ?? ''
  const layer = numberField(source, 'layer', pointer, findings) ?? 0
  if (label !== '') declare(layer, label, pointer, scope)
  const id = ids.of(idField(source, 'id', pointer, findings), `arrow:${index}`, pointer)
  const hash = textField(source, 'hashCode', pointer, findings)
  rememberHash(hash, id, scope)
  const kept: KeptLabel = { label: source }
  return {
    type: 'relation',
    id,
    labelSet: String(layer),
    ...(label !== '' && { label }),
    from,
    to,
    origin: readOrigin(source, pointer, users, findings, 'times'),
    extra: { [formatId]: kept },
  }
}

/** Adds a label that no set declares to its set, with its id for a name. */
export function declare(
  layer: number,
  label: string,
  pointer: string,
  { labelSets, findings }: Pick<LabelScope, 'labelSets' | 'findings'>,
): void {
  if (labelSets.has(layer, label)) return
  const message = `Found the label item "${label}", which label set ${layer} does not have; it is added with its id for a name.`
  findings.add('warning', 'unknown-label', pointer, message)
  labelSets.add(layer, { id: label, name: label })
}

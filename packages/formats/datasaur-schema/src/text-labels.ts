import {
  type Findings,
  type Grid,
  idField,
  isObject,
  type JsonObject,
  type LabelSets,
  numberField,
  objectField,
  type Position,
  readAnswerSet,
  readOrigin,
  targetAt,
  textField,
  type UniqueIds,
  type UnreadEntry,
  type Users,
} from '@labelport/format'
import type { Annotation, TextTarget } from '@labelport/model'
import { formatId } from './extra.ts'
import { classPrefix, type ItemQuestions } from './item-questions.ts'
import { labelOf } from './label-of.ts'
import { entriesOf, type FileRun } from './runs.ts'

/** What reading labels needs to know of the rest of the file. */
export interface LabelScope extends Pick<FileRun, 'lists'> {
  readonly grid: Grid
  readonly labelSets: LabelSets
  readonly users: Users
  readonly ids: UniqueIds
  /** Annotation ids by hash code: what comments hang on. Absent when there are none: most files have none. */
  readonly idOfHash: Map<string, string> | undefined
  readonly unread: Record<string, UnreadEntry[]>
  readonly findings: Findings
}

/** Remembers the label of a hash code for comments; of several labels with one hash code the first. */
export function rememberHash(
  hash: string | undefined,
  id: string,
  { idOfHash }: Pick<LabelScope, 'idOfHash'>,
): void {
  if (hash !== undefined && idOfHash?.has(hash) === false) idOfHash.set(hash, id)
}

/** Hands each object of a list to `readEntry`; what it cannot read is kept as unread. */
export function readEntries(
  data: JsonObject,
  list: string,
  { lists, findings, unread }: Pick<LabelScope, 'lists' | 'findings' | 'unread'>,
  readEntry: (source: JsonObject, pointer: string, index: number) => Annotation | undefined,
): Annotation[] {
  const annotations: Annotation[] = []
  const { entries, placeOf } = entriesOf(data, list, { lists }, findings)
  for (let at = 0; at < entries.length; at += 1) {
    const source = entries[at]
    const index = placeOf(at)
    const pointer = `/data/${list}/${index}`
    let annotation: Annotation | undefined
    if (isObject(source)) annotation = readEntry(source, pointer, index)
    else findings.wrongType(pointer, source, 'an object')
    if (annotation !== undefined) annotations.push(annotation)
    else {
      unread[list] ??= []
      unread[list].push({ index, source })
    }
  }
  return annotations
}

/** Reads `spanLabels`. */
export function readSpans(
  data: JsonObject,
  classes: ItemQuestions,
  scope: LabelScope,
): Annotation[] {
  const { findings, ids, users } = scope
  const answers: Annotation[] = []
  const spans = readEntries(data, 'spanLabels', scope, (source, pointer, index) => {
    const target = textTarget(source, pointer, scope)
    if (target === undefined) return undefined
    const label = labelOf(source, pointer, scope)
    if (label === undefined || label.id === '') {
      findings.add(
        'error',
        'label-without-item',
        pointer,
        'Found a label that names no label item.',
      )
      return undefined
    }
    const id = ids.of(idField(source, 'id', pointer, findings), `span:${index}`, pointer)
    const hash = textField(source, 'hashCode', pointer, findings)
    rememberHash(hash, id, scope)
    const set = objectField(source, 'answers', pointer, findings)
    if (set !== undefined) {
      const about = { type: 'annotation', id } as const
      const prefix = classPrefix(String(label.layer), label.id)
      const at = `${pointer}/answers`
      const asked = classes.get(prefix) ?? []
      answers.push(...readAnswerSet(set, asked, { about, prefix, pointer: at, ids, findings }))
    }
    return {
      type: 'span',
      id,
      labelSet: String(label.layer),
      label: label.id,
      target,
      origin: readOrigin(source, pointer, users, findings, 'confidence'),
      extra: { [formatId]: source },
    }
  })
  return [...spans, ...answers]
}

/** Reads `arrowLabels`; `spans` are the ids an arrow may begin and end at. */
export function readArrows(
  data: JsonObject,
  spanOf: ReadonlyMap<string, string>,
  scope: LabelScope,
): Annotation[] {
  const { findings, ids, users } = scope
  return readEntries(data, 'arrowLabels', scope, (source, pointer, index) => {
    const origin = idField(source, 'originId', pointer, findings)
    const destination = idField(source, 'destinationId', pointer, findings)
    const from = origin === undefined ? undefined : spanOf.get(origin)
    const to = destination === undefined ? undefined : spanOf.get(destination)
    if (from === undefined || to === undefined) {
      const message = `Found an arrow from "${origin ?? ''}" to "${destination ?? ''}"; expected ids of two span labels of this file.`
      findings.add('error', 'dangling-arrow', pointer, message)
      return undefined
    }
    const label = labelOf(source, pointer, scope)
    const id = ids.of(idField(source, 'id', pointer, findings), `arrow:${index}`, pointer)
    const hash = textField(source, 'hashCode', pointer, findings)
    rememberHash(hash, id, scope)
    return {
      type: 'relation',
      id,
      labelSet: String(label?.layer ?? 0),
      ...(label !== undefined && label.id !== '' && { label: label.id }),
      from,
      to,
      origin: readOrigin(source, pointer, users, findings, 'confidence'),
      extra: { [formatId]: source },
    }
  })
}

/** Reads `timeLabels`, whose shape nobody has seen: the keys of JSON_ADVANCED with a `textPosition`. */
export function readTimes(data: JsonObject, scope: LabelScope): Annotation[] {
  const { findings, ids, users } = scope
  return readEntries(data, 'timeLabels', scope, (source, pointer, index) => {
    const startMs = numberField(source, 'startTimestampMillis', pointer, findings)
    const endMs = numberField(source, 'endTimestampMillis', pointer, findings)
    if (startMs === undefined || endMs === undefined || endMs < startMs) {
      const message = `Found a time label from ${startMs ?? 'nowhere'} to ${endMs ?? 'nowhere'}; expected startTimestampMillis and endTimestampMillis.`
      findings.add('error', 'label-without-time', pointer, message)
      return undefined
    }
    const placed = source.textPosition !== undefined && source.textPosition !== null
    const target = placed ? textTarget(source, pointer, scope) : undefined
    if (placed && target === undefined) return undefined
    const id = ids.of(idField(source, 'id', pointer, findings), `time:${index}`, pointer)
    const hash = textField(source, 'hashCode', pointer, findings)
    rememberHash(hash, id, scope)
    return {
      type: 'timestamp',
      id,
      startMs,
      endMs,
      ...(target && { target }),
      origin: readOrigin(source, pointer, users, findings, 'confidence'),
      extra: { [formatId]: source },
    }
  })
}

/** The text under `textPosition`; what has none is a finding and no label. */
export function textTarget(
  source: JsonObject,
  pointer: string,
  { grid, findings }: LabelScope,
): TextTarget | undefined {
  const position = positionIn(source)
  const at = `${pointer}/textPosition`
  if (position === undefined) {
    const expected = 'start and end, each with the integers row, column, tokenIndex and charIndex'
    findings.wrongType(at, source.textPosition, expected)
    return undefined
  }
  const target = targetAt(grid, position)
  if (typeof target !== 'string') return target
  findings.add('error', 'label-outside-text', at, target)
  return undefined
}

/** The eight numbers of `textPosition`; undefined when they are not all integers. */
export function positionIn(source: JsonObject): Position | undefined {
  const { textPosition } = source
  if (!isObject(textPosition)) return undefined
  const { start, end } = textPosition
  if (!isObject(start) || !isObject(end)) return undefined
  if (!isCoordinate(start.row) || !isCoordinate(end.row)) return undefined
  if (!isCoordinate(start.column) || !isCoordinate(end.column)) return undefined
  if (!isCoordinate(start.tokenIndex) || !isCoordinate(end.tokenIndex)) return undefined
  if (!isCoordinate(start.charIndex) || !isCoordinate(end.charIndex)) return undefined
  return {
    startRow: start.row,
    startColumn: start.column,
    startToken: start.tokenIndex,
    startCharacter: start.charIndex,
    endRow: end.row,
    endColumn: end.column,
    endToken: end.tokenIndex,
    endCharacter: end.charIndex,
  }
}

function isCoordinate(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value)
}

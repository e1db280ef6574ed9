import {
  type Findings,
  type Grid,
  type JsonObject,
  type LabelSets,
  type Position,
  positionOfLabel,
  targetAt,
  type UniqueIds,
  type UnreadEntry,
  type Users,
} from '@labelport/format'
import type { TextTarget } from '@labelport/model'
import type { ShortLabels } from './short-labels.ts'

/** What reading labels needs to know of the rest of the file. */
export interface LabelScope {
  readonly grid: Grid
  readonly labelSets: LabelSets
  readonly users: Users
  readonly ids: UniqueIds
  /** Annotation ids by hash code: what comments hang on. Absent when there are none: most files have none. */
  readonly idOfHash: Map<string, string> | undefined
  /** Ids of spans by the ids of the file: what arrows begin and end at. Absent when there are none. */
  readonly spanOf: Map<string, string> | undefined
  readonly unread: Record<string, UnreadEntry[]>
  readonly shortLabels: ShortLabels
  readonly findings: Findings
}

/** The text under a label's coordinates; what has none is a finding. */
export function placed(
  source: JsonObject,
  pointer: string,
  scope: LabelScope,
): TextTarget | undefined {
  return targetOf(positionOfLabel(source), pointer, scope)
}

/** The text at a position; what has none is an error and no label. */
export function targetOf(
  position: Position | undefined,
  pointer: string,
  { grid, findings }: Pick<LabelScope, 'grid' | 'findings'>,
): TextTarget | undefined {
  if (position === undefined) {
    const message = 'Found a label whose coordinates are not all integers; it has no place.'
    findings.add('error', 'wrong-type', pointer, message)
    return undefined
  }
  const target = targetAt(grid, position)
  if (typeof target !== 'string') return target
  findings.add('error', 'label-outside-text', pointer, target)
  return undefined
}

/** Remembers the label of a hash code for comments; of several labels with one hash code the first. */
export function rememberHash(
  hash: string | undefined,
  id: string,
  { idOfHash }: Pick<LabelScope, 'idOfHash'>,
): void {
  if (hash !== undefined && idOfHash?.has(hash) === false) idOfHash.set(hash, id)
}

/** Remembers the span of an id of the file for arrows; of several spans with one id the first. */
export function rememberSpan(
  own: string,
  id: string,
  { spanOf }: Pick<LabelScope, 'spanOf'>,
): void {
  if (spanOf?.has(own) === false) spanOf.set(own, id)
}

import { isObject, type JsonObject, type Unread } from '@labelport/format'
import type { Extra } from '@labelport/model'

/** The id of the format and of what it keeps in `extra`. */
export const formatId = 'datasaur-schema'

/** What a document keeps of its file beyond the model. */
export interface Kept {
  /** Keys beside `data`. Only the first segment has them, and `data`. */
  readonly file?: JsonObject
  /** `data` without the lists that became cells, labels and comments; those are empty. */
  readonly data?: JsonObject
  /** Cells that hold more than the model says, by `row:column`. */
  readonly cells: JsonObject
  /** Set when the file ends with empty rows. */
  readonly rowCount?: number
  readonly unread: Unread
  /** Set where a file was read in segments, even if it has one only. */
  readonly places?: Places
  /** Of the file's list, what is about the rows of the segment. */
  readonly rowAnswerSets?: readonly unknown[]
}

/** Places in lists of the file, from 0. */
export interface Places {
  /** By id, where the order of segments is not that of the list. */
  readonly annotations: Readonly<Record<string, number>>
  readonly comments: Readonly<Record<string, number>>
}

/** Lists that the model carries. */
export const carriedLists = [
  'rows',
  'spanLabels',
  'arrowLabels',
  'boundingBoxLabels',
  'timeLabels',
  'bboxLabels',
  'comments',
] as const

/** What was kept under this format's id; undefined when the document came from elsewhere. */
export function keptIn(extra: Extra | undefined): JsonObject | undefined {
  const kept = extra?.[formatId]
  return isObject(kept) ? kept : undefined
}

/** An object under a key of what was kept; undefined when it is none. */
export function keptObject(kept: JsonObject | undefined, key: string): JsonObject | undefined {
  const value = kept !== undefined && Object.hasOwn(kept, key) ? kept[key] : undefined
  return isObject(value) ? value : undefined
}

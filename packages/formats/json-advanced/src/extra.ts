import { isObject, type JsonObject, type Unread } from '@labelport/format'
import type { Extra } from '@labelport/model'

/** The id of the format and of what it keeps in `extra`. */
export const formatId = 'json-advanced'

/** What a document keeps of its file beyond the model. */
export interface Kept {
  /** The file without the lists that became cells, labels and comments; those are empty. Only the first segment has it. */
  readonly file?: JsonObject
  /** Sentences that hold more than the model says, by row. */
  readonly sentences: JsonObject
  readonly unread: Unread
  /** Short labels that are no labels of the model, such as deleted ones, by row. */
  readonly shortLabels: Unread
  /** Where labels and comments stand in their lists, by id; absent where the order of segments is theirs. */
  readonly places?: Places
}

/** Places in lists of the file, from 0. */
export interface Places {
  readonly labels?: Readonly<Record<string, number>>
  readonly comments?: Readonly<Record<string, number>>
}

/** What a label keeps of its file: its entries in `labels` and in `sentences`. */
export interface KeptLabel {
  /** Absent in files that have labels only in their sentences. */
  readonly label?: JsonObject
  readonly short?: JsonObject
  /** The place of `short` in its sentence, from 0. */
  readonly at?: number
}

/** What was kept under this format's id; undefined when the statement came from elsewhere. */
export function keptIn(extra: Extra | undefined): JsonObject | undefined {
  const kept = extra?.[formatId]
  return isObject(kept) ? kept : undefined
}

/** An object under a key of what was kept; undefined when it is none. */
export function keptObject(kept: JsonObject | undefined, key: string): JsonObject | undefined {
  const value = kept !== undefined && Object.hasOwn(kept, key) ? kept[key] : undefined
  return isObject(value) ? value : undefined
}

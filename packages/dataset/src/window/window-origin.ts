import type { LabeledDocument } from '@labelport/model'
import { isFingerprint } from '../split/hash.ts'
import type { SplitKeys } from '../split/split-keys.ts'

/** Where a window comes from; stands in `extra.window` of its document. */
export interface WindowOrigin {
  /** Id and name of the document it was cut out of. */
  readonly id: string
  readonly name: string
  /** Its number among the windows of that document, from 0. */
  readonly index: number
  /** Where its first cell begins in the text of that cell, in UTF-16 code units. */
  readonly start: number
  /** What the whole document was told apart by. */
  readonly keys: SplitKeys
}

/** Where a document was cut out of; undefined when it is no window. */
export function windowOf({ extra }: Pick<LabeledDocument, 'extra'>): WindowOrigin | undefined {
  const window = extra?.window
  return isOrigin(window) ? window : undefined
}

/** Native files may bring windows back, and whatever somebody wrote in their place. */
function isOrigin(value: unknown): value is WindowOrigin {
  if (typeof value !== 'object' || value === null || !('keys' in value)) return false
  const { keys } = value
  if (typeof keys !== 'object' || keys === null || !('file' in keys)) return false
  return isFingerprint(keys.file) && (!('text' in keys) || isFingerprint(keys.text))
}

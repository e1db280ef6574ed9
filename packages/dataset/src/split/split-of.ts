import type { LabeledDocument } from '@labelport/model'
import { hashOf } from './hash.ts'
import { type SplitKeys, splitKeys } from './split-keys.ts'
import { type SplitRatios, splitAt } from './split-ratios.ts'

/** What documents must not be torn apart by. */
export type SplitGroup = 'text' | 'file'

/** How a data set is split. */
export interface SplitRule {
  readonly ratios: SplitRatios
  /** Another seed, another split. Absent means 0. */
  readonly seed?: number
  /**
   * `text`: equal texts stay together, whatever their files are called; documents without a text of their own go by
   * their file. `file`: copies, parts and segments of one file stay together, whatever their texts. Absent means
   * `text`.
   */
  readonly group?: SplitGroup
}

/**
 * The split of a document, by a hash of what it is: no other document has a say in it, so documents that come later
 * never move it.
 */
export function splitOf(document: LabeledDocument, rule: SplitRule): string {
  return splitOfKeys(splitKeys(document), rule)
}

/** Like `splitOf`, for keys that are known. */
export function splitOfKeys(
  { file, text }: SplitKeys,
  { ratios, seed = 0, group = 'text' }: SplitRule,
): string {
  const key = group === 'text' ? (text ?? file) : file
  return splitAt(ratios, hashOf(key, seed ^ salt) / 2 ** 53)
}

/** Makes the place of a document independent of its fingerprint. */
const salt = 0x5b1d

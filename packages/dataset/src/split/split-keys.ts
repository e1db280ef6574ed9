import type { LabeledDocument } from '@labelport/model'
import { normalisedText } from '../text/normalised.ts'
import { windowOf } from '../window/window-origin.ts'
import { fingerprint } from './hash.ts'

/** What a document is told apart by; no text can be read back from it. */
export interface SplitKeys {
  /** Of the file: all copies, parts, segments and windows share it. */
  readonly file: string
  /**
   * Of the text without regard to case, white space and the form of characters; of a window that of its file. Absent
   * where a document has no text, and where the text is not there as a whole: in a part or a segment of a file.
   */
  readonly text?: string
}

/** The keys of a document. */
export function splitKeys(document: LabeledDocument): SplitKeys {
  const { project, name, part, segment } = document
  const window = windowOf(document)
  if (window !== undefined) return window.keys
  const file = fingerprint(JSON.stringify([project?.id ?? project?.name ?? '', name]))
  if (part !== undefined && part > 0) return { file }
  if (segment !== undefined && !(segment.index === 0 && segment.last)) return { file }
  const text = normalisedText(document)
  return text === '' ? { file } : { file, text: fingerprint(text) }
}

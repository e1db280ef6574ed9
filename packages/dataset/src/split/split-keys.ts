import type { LabeledDocument } from '@labelport/model'
import { fingerprint } from './hash.ts'

/** What a document is told apart by; no text can be read back from it. */
export interface SplitKeys {
  /** Of the file: all copies, parts and segments share it. */
  readonly file: string
  /**
   * Of the text without regard to case, white space and the form of characters. Absent where a document has no
   * text, and where the text is not there as a whole: in a part or a segment of a file.
   */
  readonly text?: string
}

/** The keys of a document. */
export function splitKeys(document: LabeledDocument): SplitKeys {
  const { project, name, part, segment, cells } = document
  const file = fingerprint(JSON.stringify([project?.id ?? project?.name ?? '', name]))
  if (part !== undefined && part > 0) return { file }
  if (segment !== undefined && !(segment.index === 0 && segment.last)) return { file }
  const text = normalised(cells.map((cell) => cell.text).join('\n'))
  return text === '' ? { file } : { file, text: fingerprint(text) }
}

function normalised(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, ' ').trim()
}

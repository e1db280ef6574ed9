import { isObject } from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'

/** What a document keeps of its file beyond the model. */
export interface Kept {
  /** The `-DOCSTART-` line. Absent when the document has none. */
  readonly docstart?: string
  /** The columns between token and tag, each with its separator behind it, by row and token. */
  readonly middles?: readonly (readonly string[])[]
  readonly tabs?: true
  readonly scheme?: 'iob1'
  /** Whether it is a later document of the file that the document before it is in. */
  readonly follows?: true
}

/** What was kept under this format's id; undefined when the document came from elsewhere. */
export function keptIn({ extra }: LabeledDocument): Kept | undefined {
  const kept = extra?.['conll-2003']
  if (!isObject(kept)) return undefined
  const { docstart, middles, tabs, scheme, follows } = kept
  return {
    ...(typeof docstart === 'string' && { docstart }),
    ...(isTable(middles) && { middles }),
    ...(tabs === true && { tabs }),
    ...(scheme === 'iob1' && { scheme }),
    ...(follows === true && { follows }),
  }
}

function isTable(value: unknown): value is readonly (readonly string[])[] {
  return (
    Array.isArray(value) &&
    value.every((row) => Array.isArray(row) && row.every((one) => typeof one === 'string'))
  )
}

import type { EscapeTable } from '@labelport/format'

/** What is known of documents that were written; plain JSON. */
export interface Facts {
  /** Whether any document gave a file. */
  readonly written: boolean
  /** The splits that have documents. */
  readonly splits: readonly string[]
  readonly escapes: EscapeTable
}

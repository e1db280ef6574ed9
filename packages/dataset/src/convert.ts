import {
  type Format,
  type Ledger,
  type Part,
  type WriteContext,
  writeDocuments,
} from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import { disagreements } from './agreement.ts'

/** How documents are converted. */
export interface ConvertContext extends Omit<WriteContext, 'account'> {
  /** Whether the format has its default options. Absent means it has. */
  readonly defaults?: boolean
}

/** A conversion that is under way: take all parts, then ask for the account. */
export interface Conversion {
  readonly parts: AsyncIterable<Part>
  /**
   * The account, for when `parts` has ended. Reports `engine/carries-contradicted` where the writer did not do
   * what its format declares. Throws FormatError `engine/unbalanced` when statements are missing from it.
   */
  ledger(): Ledger
}

/** Writes documents in a format. Nothing is read before `parts` is. */
export function convert(
  documents: AsyncIterable<LabeledDocument>,
  format: Format,
  { defaults = true, ...context }: ConvertContext,
): Conversion {
  const writing = writeDocuments(format, documents, context)
  return {
    parts: writing.parts,
    ledger() {
      const ledger = writing.ledger()
      for (const diagnostic of disagreements(format, ledger, { defaults }))
        context.report(diagnostic)
      return ledger
    },
  }
}

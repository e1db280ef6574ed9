import {
  type Diagnostic,
  type Format,
  type Ledger,
  type WriteContext,
  writeDocuments,
} from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import { oneByOne } from './writing.ts'

/** What came out of writing files of text. */
export interface WrittenTexts {
  /** The texts by their paths, in the order in which the files began. */
  readonly files: Readonly<Record<string, string>>
  /** Each fate as `type effect code count`. */
  readonly fates: readonly string[]
  readonly ledger: Ledger
  readonly diagnostics: readonly Diagnostic[]
  /** Those of the diagnostics. */
  readonly codes: readonly Diagnostic['code'][]
}

/** Writes documents with options. */
export type TextWriter = (
  documents: readonly LabeledDocument[],
  options?: Readonly<Record<string, string>>,
  given?: Pick<WriteContext, 'splits' | 'labels' | 'notes'>,
) => Promise<WrittenTexts>

/** Lets tests write with a format whose files are texts. */
export function textWriter(format: Format): TextWriter {
  return async (documents, options = {}, given = {}) => {
    const diagnostics: Diagnostic[] = []
    const { parts, ledger } = writeDocuments(
      format.configure?.(options) ?? format,
      oneByOne(documents),
      { report: (diagnostic) => diagnostics.push(diagnostic), ...given },
    )
    const files: Record<string, string> = {}
    for await (const part of parts) {
      if ('chunk' in part) files[part.path] = (files[part.path] ?? '') + String(part.chunk)
    }
    const closed = ledger()
    return {
      files,
      fates: fatesOf(closed),
      ledger: closed,
      diagnostics,
      codes: diagnostics.map(({ code }) => code),
    }
  }
}

/** Each fate as `type effect code count`. */
export function fatesOf({ entries }: Ledger): readonly string[] {
  return entries.map(({ type, effect, code, count }) => `${type} ${effect} ${code} ${count}`)
}

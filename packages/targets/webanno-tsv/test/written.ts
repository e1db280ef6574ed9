import { type Diagnostic, type Ledger, type WriteContext, writeDocuments } from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import { webannoTsv } from '../src/index.ts'

/** What came out of writing. */
export interface Written {
  readonly files: Readonly<Record<string, string>>
  /** Each fate as `type effect code count`. */
  readonly fates: readonly string[]
  readonly ledger: Ledger
  readonly diagnostics: readonly Diagnostic[]
}

/** Writes documents with options. */
export async function written(
  documents: readonly LabeledDocument[],
  options: Readonly<Record<string, string>> = {},
  given: Pick<WriteContext, 'splits'> = {},
): Promise<Written> {
  const diagnostics: Diagnostic[] = []
  const format = webannoTsv.configure?.(options) ?? webannoTsv
  const report = (diagnostic: Diagnostic) => diagnostics.push(diagnostic)
  const { parts, ledger } = writeDocuments(format, oneByOne(documents), { report, ...given })
  const files: Record<string, string> = {}
  for await (const part of parts) {
    if ('chunk' in part) files[part.path] = (files[part.path] ?? '') + String(part.chunk)
  }
  const closed = ledger()
  const fates = closed.entries.map(
    ({ type, effect, code, count }) => `${type} ${effect} ${code} ${count}`,
  )
  return { files, fates, ledger: closed, diagnostics }
}

async function* oneByOne(documents: readonly LabeledDocument[]): AsyncGenerator<LabeledDocument> {
  yield* documents
}

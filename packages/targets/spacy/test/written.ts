import { type Diagnostic, type WriteContext, writeDocuments } from '@labelport/format'
import { collect, fatesOf, oneByOne } from '@labelport/format-testing'
import type { LabeledDocument } from '@labelport/model'
import { spacy } from '../src/index.ts'
import { type FoundDoc, readDocBin } from './doc-bin.ts'

/** What came out of writing. */
export interface Written {
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly docs: readonly FoundDoc[]
  /** Each fate as `type effect code count`. */
  readonly fates: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Writes documents with options and reads the docs. */
export async function written(
  documents: readonly LabeledDocument[],
  options: Readonly<Record<string, string>> = {},
  given: Pick<WriteContext, 'splits' | 'labels'> = {},
): Promise<Written> {
  const diagnostics: Diagnostic[] = []
  const format = spacy.configure?.(options) ?? spacy
  const report = (diagnostic: Diagnostic) => diagnostics.push(diagnostic)
  const { parts, ledger } = writeDocuments(format, oneByOne(documents), { report, ...given })
  const files = await collect(parts)
  const bins = [...files].filter(([path]) => path.endsWith('.spacy'))
  const docs = bins.flatMap(([, bytes]) => readDocBin(bytes))
  return { files, docs, fates: fatesOf(ledger()), diagnostics }
}

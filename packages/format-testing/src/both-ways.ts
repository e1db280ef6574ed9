import {
  type Diagnostic,
  type Format,
  type Ledger,
  wholeDocuments,
  writeDocuments,
} from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import { fleeting } from './fleeting.ts'
import { collect, oneByOne } from './writing.ts'

/** Everything that can be seen of what a writer did. */
export interface SeenWriting {
  /** The contents of the files by their paths. */
  readonly files: Readonly<Record<string, string>>
  readonly ledger: Ledger
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Writes documents twice: segment by segment, none of which may be held when the next one comes, and put together
 * before. Both have to be the same.
 */
export async function writtenBothWays(
  format: Format,
  segments: readonly LabeledDocument[],
): Promise<{ readonly inSegments: SeenWriting; readonly whole: SeenWriting }> {
  return {
    inSegments: await seen(format, fleeting(segments)),
    whole: await seen(format, wholeDocuments(oneByOne(segments))),
  }
}

async function seen(
  format: Format,
  documents: AsyncIterable<LabeledDocument>,
): Promise<SeenWriting> {
  const diagnostics: Diagnostic[] = []
  const report = (one: Diagnostic): void => void diagnostics.push(one)
  const { parts, ledger } = writeDocuments(format, documents, { report })
  const files: Record<string, string> = {}
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  for (const [path, bytes] of await collect(parts)) files[path] = decoder.decode(bytes)
  return { files, ledger: ledger(), diagnostics }
}

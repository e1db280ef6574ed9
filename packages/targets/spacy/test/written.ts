import { type Diagnostic, writeDocuments } from '@labelport/format'
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
): Promise<Written> {
  const diagnostics: Diagnostic[] = []
  const format = spacy.configure?.(options) ?? spacy
  const report = (diagnostic: Diagnostic) => diagnostics.push(diagnostic)
  const { parts, ledger } = writeDocuments(format, oneByOne(documents), { report })
  const chunks = new Map<string, Uint8Array[]>()
  for await (const part of parts) {
    if (!('chunk' in part) || typeof part.chunk === 'string') throw new Error('Only bytes come.')
    chunks.set(part.path, [...(chunks.get(part.path) ?? []), part.chunk])
  }
  const files = new Map<string, Uint8Array>()
  for (const [path, pieces] of chunks) {
    files.set(path, new Uint8Array(await new Blob(pieces.map((one) => one.slice())).arrayBuffer()))
  }
  const fates = ledger().entries.map(
    ({ type, effect, code, count }) => `${type} ${effect} ${code} ${count}`,
  )
  return { files, docs: [...files.values()].flatMap(readDocBin), fates, diagnostics }
}

async function* oneByOne(documents: readonly LabeledDocument[]): AsyncGenerator<LabeledDocument> {
  yield* documents
}

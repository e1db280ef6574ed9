import {
  type Diagnostic,
  type Ledger,
  memorySource,
  readDocuments,
  writeDocuments,
} from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import { datasaurSchema } from '../src/index.ts'

/** The document of a file and what was reported while reading it. */
export async function readFile(
  content: Uint8Array | string,
  path = 'note.txt.json',
): Promise<{ document: LabeledDocument; diagnostics: Diagnostic[] }> {
  const diagnostics: Diagnostic[] = []
  const report = (one: Diagnostic): void => void diagnostics.push(one)
  for await (const document of readDocuments(datasaurSchema, memorySource(path, content), {
    report,
  })) {
    return { document, diagnostics }
  }
  throw new Error(JSON.stringify(diagnostics))
}

/** The text of the one file a document becomes, and the account. */
export async function writeFile(
  document: LabeledDocument,
): Promise<{ text: string; ledger: Ledger }> {
  async function* only() {
    yield document
  }
  const report = (one: Diagnostic): void => {
    throw new Error(one.message)
  }
  const writing = writeDocuments(datasaurSchema, only(), { report })
  let text = ''
  for await (const part of writing.parts) if ('chunk' in part) text += part.chunk
  return { text, ledger: writing.ledger() }
}

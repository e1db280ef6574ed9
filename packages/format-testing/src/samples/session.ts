import {
  type Diagnostic,
  type Format,
  type Ledger,
  memorySource,
  type OptionValues,
  type ReadContext,
  readDocuments,
  writeDocuments,
} from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'

/** Texts of files by path. */
export type Files = Readonly<Record<string, string>>

/** A format at work on a handful of files. */
export interface Session {
  /** The format with some options. */
  configured(values: OptionValues): Format
  /** Reads one of the files; the others lie around it. */
  read(
    files: Files,
    path: string,
    context?: Partial<ReadContext>,
    format?: Format,
  ): Promise<{ documents: LabeledDocument[]; diagnostics: Diagnostic[] }>
  /** Writes documents. */
  write(
    documents: readonly LabeledDocument[],
    format?: Format,
  ): Promise<{ files: Files; ledger: Ledger; diagnostics: readonly Diagnostic[] }>
}

/** Reads and writes with a format, which another call may replace by one with options. */
export function sessionOf(own: Format): Session {
  return {
    configured: (values) => own.configure?.(values) ?? own,
    async read(files, path, context = {}, format = own) {
      const diagnostics: Diagnostic[] = []
      const documents: LabeledDocument[] = []
      const report = (one: Diagnostic): void => {
        diagnostics.push(one)
      }
      const sibling = (name: string) => {
        const content = files[name]
        return content === undefined ? undefined : memorySource(name, content)
      }
      const source = memorySource(path, files[path] ?? '')
      for await (const one of readDocuments(format, source, { sibling, ...context, report })) {
        documents.push(one)
      }
      return { documents, diagnostics }
    },
    async write(documents, format = own) {
      async function* stream() {
        yield* documents
      }
      const diagnostics: Diagnostic[] = []
      const report = (one: Diagnostic): void => {
        diagnostics.push(one)
      }
      const writing = writeDocuments(format, stream(), { report })
      const files: Record<string, string> = {}
      for await (const part of writing.parts) {
        if ('chunk' in part) files[part.path] = (files[part.path] ?? '') + String(part.chunk)
      }
      return { files, ledger: writing.ledger(), diagnostics }
    },
  }
}

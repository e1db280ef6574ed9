import {
  type Diagnostic,
  type Format,
  type Ledger,
  memorySource,
  type OptionValues,
  type ReadContext,
  readDocuments,
  type Source,
  writeDocuments,
} from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'

/** A format of tables at work on one file. */
export interface TableSession {
  /** The format with some options. */
  configured(values: OptionValues): Format
  /** Reads a file to its end. */
  read(
    source: Source | string,
    context?: Partial<ReadContext>,
    format?: Format,
  ): Promise<{ documents: LabeledDocument[]; diagnostics: Diagnostic[] }>
  /** Code, line and column of what was told, without the hint that everything is data. */
  told(diagnostics: readonly Diagnostic[]): (string | number | undefined)[][]
  /** Writes documents; files by path. */
  write(
    documents: readonly LabeledDocument[],
    format?: Format,
  ): Promise<{ files: Map<string, string>; ledger: Ledger }>
}

/** Reads and writes with a format whose files are called by their ending. */
export function tableSessionOf(own: Format): TableSession {
  return {
    configured: (values) => own.configure?.(values) ?? own,
    async read(source, context = {}, format = own) {
      const diagnostics: Diagnostic[] = []
      const documents: LabeledDocument[] = []
      const from =
        typeof source === 'string' ? memorySource(`a${own.extensions[0] ?? ''}`, source) : source
      const report = (one: Diagnostic): void => {
        diagnostics.push(one)
      }
      for await (const one of readDocuments(format, from, { ...context, report })) {
        documents.push(one)
      }
      return { documents, diagnostics }
    },
    told: (diagnostics) =>
      diagnostics
        .filter(({ code }) => code !== `${own.id}/no-answer-columns`)
        .map(({ code, place }) =>
          place?.column === undefined ? [code, place?.line] : [code, place.line, place.column],
        ),
    async write(documents, format = own) {
      async function* stream() {
        yield* documents
      }
      const writing = writeDocuments(format, stream(), { report: () => {} })
      const files = new Map<string, string>()
      for await (const part of writing.parts) {
        if ('chunk' in part) files.set(part.path, (files.get(part.path) ?? '') + String(part.chunk))
      }
      return { files, ledger: writing.ledger() }
    },
  }
}

/** The texts of the cells, row by row. */
export function tableIn(documents: readonly LabeledDocument[]): string[][] {
  const rows: string[][] = []
  for (const { cells } of documents) {
    for (const { row, column, text } of cells) {
      rows[row] ??= []
      const fields = rows[row]
      if (fields !== undefined) fields[column] = text
    }
  }
  return rows
}

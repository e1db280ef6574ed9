import {
  type Diagnostic,
  type Format,
  type Ledger,
  memorySource,
  type ReadContext,
  readDocuments,
  type Source,
  writeDocuments,
} from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import { jsonTabular } from '../src/index.ts'

/** The format with some options. */
export function configured(values: Record<string, string | readonly string[]>): Format {
  return jsonTabular.configure?.(values) ?? jsonTabular
}

/** Reads a file to its end. */
export async function read(
  source: Source | string,
  context: Partial<ReadContext> = {},
  format: Format = jsonTabular,
) {
  const diagnostics: Diagnostic[] = []
  const documents: LabeledDocument[] = []
  const from = typeof source === 'string' ? memorySource('a.json', source) : source
  const report = (one: Diagnostic): void => {
    diagnostics.push(one)
  }
  for await (const one of readDocuments(format, from, { ...context, report })) documents.push(one)
  return { documents, diagnostics }
}

/** Code, line and column of what was told, without the hint that everything is data. */
export function told(diagnostics: readonly Diagnostic[]) {
  return diagnostics
    .filter(({ code }) => code !== 'json-tabular/no-answer-columns')
    .map(({ code, place }) =>
      place?.column === undefined ? [code, place?.line] : [code, place.line, place.column],
    )
}

/** Writes documents; files by path. */
export async function write(
  documents: readonly LabeledDocument[],
  format: Format = jsonTabular,
): Promise<{ files: Map<string, string>; ledger: Ledger }> {
  async function* stream() {
    yield* documents
  }
  const writing = writeDocuments(format, stream(), { report: () => {} })
  const files = new Map<string, string>()
  for await (const part of writing.parts) {
    if ('chunk' in part) files.set(part.path, (files.get(part.path) ?? '') + String(part.chunk))
  }
  return { files, ledger: writing.ledger() }
}

/** The texts of the cells, row by row. */
export function table(documents: readonly LabeledDocument[]): string[][] {
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

/** A source whose stream gives the bytes in chunks of one size. */
export function chunked(path: string, bytes: Uint8Array, size: number): Source {
  return {
    path,
    open() {
      let at = 0
      return new ReadableStream({
        pull(controller) {
          if (at >= bytes.length) controller.close()
          else controller.enqueue(bytes.slice(at, at + size))
          at += size
        },
      })
    },
  }
}

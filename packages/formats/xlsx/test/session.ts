import {
  type Diagnostic,
  type Format,
  type Ledger,
  memorySource,
  type ReadContext,
  readDocuments,
  writeDocuments,
} from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import { xlsx } from '../src/index.ts'

/** The format with some options. */
export function configured(values: Record<string, string | readonly string[]>): Format {
  return xlsx.configure?.(values) ?? xlsx
}

/** Reads a workbook to its end. */
export async function read(
  bytes: Uint8Array,
  context: Partial<ReadContext> = {},
  format: Format = xlsx,
) {
  const diagnostics: Diagnostic[] = []
  const documents: LabeledDocument[] = []
  const report = (one: Diagnostic): void => {
    diagnostics.push(one)
  }
  const source = memorySource('a.xlsx', bytes)
  for await (const one of readDocuments(format, source, { ...context, report })) documents.push(one)
  return { documents, diagnostics }
}

/** Code, row and column of what was told, without the hint that everything is data. */
export function told(diagnostics: readonly Diagnostic[]) {
  return diagnostics
    .filter(({ code }) => code !== 'xlsx/no-answer-columns')
    .map(({ code, place }) =>
      place?.column === undefined ? [code, place?.line] : [code, place.line, place.column],
    )
}

/** Writes documents; files by path. */
export async function write(
  documents: readonly LabeledDocument[],
  format: Format = xlsx,
): Promise<{ files: Map<string, Uint8Array>; ledger: Ledger }> {
  async function* stream() {
    yield* documents
  }
  const writing = writeDocuments(format, stream(), { report: () => {} })
  const chunks = new Map<string, Uint8Array[]>()
  for await (const part of writing.parts) {
    if (!('chunk' in part) || typeof part.chunk === 'string') continue
    chunks.set(part.path, [...(chunks.get(part.path) ?? []), part.chunk])
  }
  const files = new Map(
    [...chunks].map(([path, all]) => [path, new Uint8Array(Buffer.concat(all))]),
  )
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

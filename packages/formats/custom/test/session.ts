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
import { type LabeledDocument, labelName, type Span } from '@labelport/model'
import { custom } from '../src/index.ts'

/** Files by path. */
export type Files = Readonly<Record<string, string>>

/** The format with some options. */
export function configured(values: OptionValues): Format {
  return custom.configure?.(values) ?? custom
}

/** Reads one of the files; the others lie around it. */
export async function read(
  files: Files,
  path: string,
  context: Partial<ReadContext> = {},
  format: Format = custom,
) {
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
}

/** Writes documents. */
export async function write(
  documents: readonly LabeledDocument[],
  format: Format = custom,
): Promise<{ files: Files; ledger: Ledger; diagnostics: readonly Diagnostic[] }> {
  async function* stream() {
    yield* documents
  }
  const diagnostics: Diagnostic[] = []
  const writing = writeDocuments(format, stream(), {
    report: (one) => {
      diagnostics.push(one)
    },
  })
  const files: Record<string, string> = {}
  for await (const part of writing.parts) {
    if ('chunk' in part) files[part.path] = (files[part.path] ?? '') + String(part.chunk)
  }
  return { files, ledger: writing.ledger(), diagnostics }
}

/** What spans cover and which label they bear. */
export function covered(document: LabeledDocument | undefined): string[] {
  return (document?.annotations ?? [])
    .filter((one): one is Span => one.type === 'span')
    .map(({ target, labelSet, label }) => {
      const text = document?.cells[target.cell]?.text ?? ''
      const name = labelName(document?.schema ?? { labelSets: [], questions: [] }, labelSet, label)
      return `${text.slice(target.start, target.end)}/${name}`
    })
}

/** A document of rows with labels on them, under ids that are not their names. */
export function textDocument(
  rows: readonly string[],
  spans: readonly (readonly [cell: number, start: number, end: number, label: string])[] = [],
  names: readonly string[] = ['Person', 'Place'],
): LabeledDocument {
  return {
    id: 'walk',
    name: 'walk.txt',
    tasks: ['token'],
    cells: rows.map((text, row) => ({ row, column: 0, text })),
    media: [],
    annotations: spans.map(([cell, start, end, label], index) => ({
      type: 'span',
      id: `s${index}`,
      labelSet: 'set',
      label,
      target: { cell, start, end },
      origin: { by: 'unknown' },
    })),
    comments: [],
    schema: {
      labelSets: [
        { id: 'set', appliesTo: 'text', labels: names.map((name) => ({ id: `l-${name}`, name })) },
      ],
      questions: [],
    },
  }
}

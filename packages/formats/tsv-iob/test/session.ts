import {
  type Diagnostic,
  type Ledger,
  memorySource,
  type ReadContext,
  readDocuments,
  type Source,
  writeDocuments,
} from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import { tsvIob } from '../src/index.ts'

/** Reads a file to its end. */
export async function read(source: Source | string, context: Partial<ReadContext> = {}) {
  const diagnostics: Diagnostic[] = []
  const documents: LabeledDocument[] = []
  const from = typeof source === 'string' ? memorySource('a.txt.tsv', source) : source
  const report = (one: Diagnostic): void => {
    diagnostics.push(one)
  }
  for await (const one of readDocuments(tsvIob, from, { ...context, report })) documents.push(one)
  return { documents, diagnostics }
}

/** Writes documents; files by path. */
export async function write(
  documents: readonly LabeledDocument[],
): Promise<{ files: Map<string, string>; ledger: Ledger }> {
  async function* stream() {
    yield* documents
  }
  const writing = writeDocuments(tsvIob, stream(), { report: () => {} })
  const files = new Map<string, string>()
  for await (const part of writing.parts) {
    if ('chunk' in part) files.set(part.path, (files.get(part.path) ?? '') + String(part.chunk))
  }
  return { files, ledger: writing.ledger() }
}

/** A source whose stream gives the bytes in chunks of one size; it does not tell its own size. */
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

/** Label and covered text of every span, in order. */
export function labelsIn(documents: readonly LabeledDocument[]): string[][] {
  return documents.flatMap(({ cells, annotations }) =>
    annotations.flatMap((one) => {
      if (one.type !== 'span') return []
      const { cell, endCell = cell, start, end } = one.target
      const texts = cells.slice(cell, endCell + 1).map(({ text }) => text)
      const last = texts.length - 1
      return [
        [
          one.label,
          texts
            .map((text, at) => text.slice(at === 0 ? start : 0, at === last ? end : undefined))
            .join('|'),
        ],
      ]
    }),
  )
}

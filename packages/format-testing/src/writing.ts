import { type Format, type Ledger, type Part, writeDocuments } from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import { joinBytes } from './join-bytes.ts'
import type { WrittenFiles } from './subject.ts'

/** What came out of writing. */
export interface Written {
  readonly files: WrittenFiles
  readonly ledger: Ledger
}

/** Writes documents through the engine and closes the account. */
export async function writeAll(
  format: Format,
  documents: readonly LabeledDocument[],
): Promise<Written> {
  const { parts, ledger } = writeDocuments(format, oneByOne(documents), { report: () => {} })
  const files = await collect(parts)
  return { files, ledger: ledger() }
}

/** Documents as a stream. */
export async function* oneByOne(
  documents: readonly LabeledDocument[],
): AsyncGenerator<LabeledDocument> {
  yield* documents
}

/** The files that parts make. Throws Error for renames and cuts that would damage one. */
export async function collect(parts: AsyncIterable<Part> | Iterable<Part>): Promise<WrittenFiles> {
  const chunks = new Map<string, Uint8Array[]>()
  const encoder = new TextEncoder()
  for await (const part of parts) {
    if ('renamedTo' in part) {
      const pieces = chunks.get(part.path)
      if (pieces === undefined || chunks.has(part.renamedTo)) {
        throw new Error(`"${part.path}" cannot be renamed to "${part.renamedTo}".`)
      }
      chunks.delete(part.path)
      chunks.set(part.renamedTo, pieces)
      continue
    }
    const { path, chunk } = part
    // Each chunk is encoded alone: half a surrogate pair would become U+FFFD without a word.
    if (typeof chunk === 'string' && /\p{Surrogate}/u.test(chunk)) {
      throw new Error(`A chunk of "${path}" ends or begins with half a character.`)
    }
    const pieces = chunks.get(path) ?? []
    pieces.push(typeof chunk === 'string' ? encoder.encode(chunk) : new Uint8Array(chunk))
    chunks.set(path, pieces)
  }
  return new Map([...chunks].map(([path, pieces]) => [path, joinBytes(pieces)]))
}

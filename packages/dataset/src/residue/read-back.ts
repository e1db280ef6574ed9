import {
  type Format,
  FormatError,
  memorySource,
  readDocuments,
  type Source,
  wholeDocuments,
  writeDocuments,
} from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import { recognised } from './recognised.ts'

/** What became of a document that was written and read again. */
export interface ReadBack {
  /** Paths of the files that were written. */
  readonly files: readonly string[]
  /** Absent when the files do not give back one document. */
  readonly document?: LabeledDocument
}

/**
 * Writes one document in memory and reads it again, with its schema known. Throws only when the signal is aborted.
 */
export async function readBack(
  document: LabeledDocument,
  format: Format,
  signal?: AbortSignal,
): Promise<ReadBack> {
  let paths: readonly string[] = []
  try {
    const files = await filesOf(document, format, signal)
    paths = [...files.keys()]
    const found: LabeledDocument[] = []
    for (const source of await recognised([...files.values()], format)) {
      const documents = readDocuments(format, source, {
        report() {},
        documentName: document.name,
        schema: document.schema,
        sibling: (path) => siblingOf(files, source.path, path),
        ...(signal && { signal }),
      })
      for await (const one of wholeDocuments(documents)) found.push(one)
    }
    const [only, ...others] = found
    if (only !== undefined && others.length === 0) return { files: paths, document: only }
  } catch (error) {
    signal?.throwIfAborted()
    if (!FormatError.is(error)) throw error
  }
  return { files: paths }
}

async function filesOf(
  document: LabeledDocument,
  format: Format,
  signal: AbortSignal | undefined,
): Promise<ReadonlyMap<string, Source>> {
  async function* one(): AsyncGenerator<LabeledDocument> {
    yield document
  }
  const chunks = new Map<string, (string | Uint8Array)[]>()
  const context = { report() {}, ...(signal && { signal }) }
  for await (const part of writeDocuments(format, one(), context).parts) {
    const pieces = chunks.get(part.path) ?? []
    if ('chunk' in part) {
      pieces.push(typeof part.chunk === 'string' ? part.chunk : new Uint8Array(part.chunk))
      chunks.set(part.path, pieces)
    } else {
      chunks.delete(part.path)
      chunks.set(part.renamedTo, pieces)
    }
  }
  const files = new Map<string, Source>()
  for (const [path, pieces] of chunks) files.set(path, memorySource(path, joined(pieces)))
  return files
}

/** Texts are joined before they are encoded: a chunk may end inside a character. */
function joined(pieces: readonly (string | Uint8Array)[]): Uint8Array | string {
  const texts = pieces.filter((piece) => typeof piece === 'string')
  if (texts.length === pieces.length) return texts.join('')
  const encoder = new TextEncoder()
  const bytes = pieces.map((piece) => (typeof piece === 'string' ? encoder.encode(piece) : piece))
  const whole = new Uint8Array(bytes.reduce((length, piece) => length + piece.length, 0))
  let at = 0
  for (const piece of bytes) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

function siblingOf(
  files: ReadonlyMap<string, Source>,
  from: string,
  path: string,
): Source | undefined {
  return files.get([...from.split('/').slice(0, -1), path].join('/'))
}

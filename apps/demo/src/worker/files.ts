import type { Part } from '@labelport/format'

/** Files a conversion gave, by path below its folder. */
export type Files = ReadonlyMap<string, Blob>

/** Puts the pieces of files together. The browser may keep blobs on disk. */
export async function filesOf(parts: AsyncIterable<Part>, signal: AbortSignal): Promise<Files> {
  const chunks = new Map<string, BlobPart[]>()
  for await (const part of parts) {
    signal.throwIfAborted()
    const known = chunks.get(part.path) ?? []
    chunks.delete(part.path)
    if ('renamedTo' in part) {
      chunks.set(part.renamedTo, known)
    } else {
      known.push(blobPart(part.chunk))
      chunks.set(part.path, known)
    }
  }
  return new Map([...chunks].map(([path, pieces]) => [path, new Blob(pieces)]))
}

/** Bytes are copied: a writer may reuse its buffer, and a shared one is no part of a blob. */
function blobPart(chunk: string | Uint8Array): BlobPart {
  return typeof chunk === 'string' ? chunk : new Uint8Array(chunk)
}

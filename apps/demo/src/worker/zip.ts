import type { Part } from '@labelport/format'
import JSZip from 'jszip'

/** A zip of the files a conversion gave, and their sizes in bytes. */
export interface Zipped {
  readonly zip: Blob
  readonly files: readonly { readonly path: string; readonly bytes: number }[]
}

/** The same files always make the same zip. */
const date = new Date(Date.UTC(1980, 0, 1))

/** Puts the pieces of files together and packs them. */
export async function zipOf(parts: AsyncIterable<Part>, signal: AbortSignal): Promise<Zipped> {
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
  const archive = new JSZip()
  const files = [...chunks].map(([path, pieces]) => {
    const blob = new Blob(pieces)
    archive.file(path, blob, { date, createFolders: false })
    return { path, bytes: blob.size }
  })
  const zip = await archive.generateAsync({ type: 'blob', compression: 'DEFLATE' }, () =>
    signal.throwIfAborted(),
  )
  return { zip, files: files.sort((a, b) => (a.path < b.path ? -1 : 1)) }
}

/** Bytes are copied: a writer may reuse its buffer, and a shared one is no part of a blob. */
function blobPart(chunk: string | Uint8Array): BlobPart {
  return typeof chunk === 'string' ? chunk : new Uint8Array(chunk)
}

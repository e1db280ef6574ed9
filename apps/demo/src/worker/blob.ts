import type { RandomAccess, Source } from '@labelport/format'

/** A blob as a source. */
export function blobSource(path: string, blob: Blob): Source {
  return {
    path,
    size: blob.size,
    open: () => blob.stream(),
    openAt: (offset) => blob.slice(offset).stream(),
    bytes: async () => new Uint8Array(await blob.arrayBuffer()),
  }
}

/** A blob that is read piece by piece, wherever a piece is wanted. */
export function blobAccess(blob: Blob): RandomAccess {
  return {
    size: blob.size,
    async read(offset, length) {
      return new Uint8Array(await blob.slice(offset, offset + length).arrayBuffer())
    },
  }
}

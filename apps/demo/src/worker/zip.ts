import JSZip from 'jszip'
import type { Files } from './files.ts'

/** The same files always make the same zip. */
const date = new Date(Date.UTC(1980, 0, 1))

/** Packs files. */
export async function zipOf(files: Files, signal: AbortSignal): Promise<Blob> {
  const archive = new JSZip()
  for (const [path, blob] of files) archive.file(path, blob, { date, createFolders: false })
  return await archive.generateAsync({ type: 'blob', compression: 'DEFLATE' }, () =>
    signal.throwIfAborted(),
  )
}

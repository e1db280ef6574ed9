import { FormatError } from '@labelport/format'
import type { Files } from './files.ts'

/**
 * Writes files below a new folder in one the person chose. Nothing that is there is touched: throws FormatError
 * `engine/folder-taken` when the name is in use. What a failure or a cancel leaves half done is taken away.
 */
export async function writeFolder(
  chosen: FileSystemDirectoryHandle,
  name: string,
  files: Files,
  signal: AbortSignal,
): Promise<void> {
  if (await isTaken(chosen, name)) {
    const message = `The folder "${chosen.name}" has something called "${name}" already; choose another folder.`
    throw new FormatError({ severity: 'error', code: 'engine/folder-taken', message })
  }
  const folder = await chosen.getDirectoryHandle(name, { create: true })
  try {
    for (const [path, blob] of files) {
      signal.throwIfAborted()
      await writeFile(folder, path.split('/'), blob, signal)
    }
  } catch (error) {
    await chosen.removeEntry(name, { recursive: true })
    throw error
  }
}

async function writeFile(
  folder: FileSystemDirectoryHandle,
  [first = '', ...rest]: readonly string[],
  blob: Blob,
  signal: AbortSignal,
): Promise<void> {
  if (rest.length > 0) {
    const inner = await folder.getDirectoryHandle(first, { create: true })
    return writeFile(inner, rest, blob, signal)
  }
  const file = await folder.getFileHandle(first, { create: true })
  await blob.stream().pipeTo(await file.createWritable(), { signal })
}

async function isTaken(folder: FileSystemDirectoryHandle, name: string): Promise<boolean> {
  // Asking for a folder of a name fails in different ways where there is nothing and where there is a file.
  for await (const one of folder.keys()) if (one === name) return true
  return false
}

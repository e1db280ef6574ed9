import { type Head, headOf, headOfBytes, memorySource, type Source } from '@labelport/format'

/** Files up to this size are read once and kept while they are looked at and parsed. In bytes. */
const holdUpTo = 2 ** 20

/** A file with its beginning. */
export interface LoadedFile {
  readonly source: Source
  readonly head: Head
}

/** Reads the beginning of a file, and all of a small one, so that nothing is inflated twice. */
export async function loadFile(source: Source, signal?: AbortSignal): Promise<LoadedFile> {
  if (source.bytes === undefined || source.size === undefined || source.size > holdUpTo) {
    return { source, head: await headOf(source, signal) }
  }
  const read = source.bytes()
  const bytes = read instanceof Promise ? await read : read
  return { source: memorySource(source.path, bytes), head: headOfBytes(source.path, bytes) }
}

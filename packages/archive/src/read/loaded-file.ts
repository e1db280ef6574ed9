import { type Head, headOf, headOfBytes, memorySource, type Source } from '@labelport/format'

/** Files up to this size are read once and kept while they are looked at and parsed. In bytes. */
const holdUpTo = 2 ** 20

/** Decoding the whole head of every file would cost a fifth of inflating it. In bytes. */
const glanceSize = 512

/** A file with its beginning. */
export interface LoadedFile {
  readonly source: Source
  /** The beginning for a first glance; cheap. */
  readonly glance: Head
  /** The beginning as far as detection looks. */
  head(): Head
}

/** Reads the beginning of a file, and all of a small one, so that nothing is inflated twice. */
export async function loadFile(source: Source, signal?: AbortSignal): Promise<LoadedFile> {
  if (source.bytes === undefined || source.size === undefined || source.size > holdUpTo) {
    const head = await headOf(source, signal)
    return { source, glance: head, head: () => head }
  }
  const read = source.bytes()
  const bytes = read instanceof Promise ? await read : read
  const { path } = source
  return {
    source: memorySource(path, bytes),
    glance: headOfBytes(path, bytes, glanceSize),
    head: () => headOfBytes(path, bytes),
  }
}

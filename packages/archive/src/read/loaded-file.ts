import {
  decodedSource,
  type Head,
  headOf,
  headOfBytes,
  memorySource,
  type Source,
  textIn,
  withoutMark,
} from '@labelport/format'

/** Files up to this size are read once and kept while they are looked at and parsed. In bytes. */
const holdUpTo = 2 ** 20

/** Decoding the whole head of every file would cost a fifth of inflating it. In bytes or code units. */
const glanceSize = 512

/** Files that are no longer than a head are decoded once, for looking at them and for parsing. In bytes. */
const decodeUpTo = 16_384

/** A file with its beginning. */
export interface LoadedFile {
  readonly source: Source
  /** The beginning for a first glance; cheap. */
  readonly glance: Head
  /** The beginning as far as detection looks. */
  head(): Head
}

/** Reads the beginning of a file, and all of a small one, so that nothing is inflated twice. */
export function loadFile(source: Source, signal?: AbortSignal): LoadedFile | Promise<LoadedFile> {
  if (source.bytes === undefined || source.size === undefined || source.size > holdUpTo) {
    return headOf(source, signal).then((head) => ({ source, glance: head, head: () => head }))
  }
  const { path } = source
  const read = source.bytes()
  return read instanceof Promise ? read.then((bytes) => loaded(path, bytes)) : loaded(path, read)
}

function loaded(path: string, bytes: Uint8Array): LoadedFile {
  const text = bytes.length > decodeUpTo ? undefined : textIn(bytes)
  if (text !== undefined) {
    const head = { path, text: withoutMark(text), complete: true }
    return { source: decodedSource(path, bytes, text), glance: glanceOf(head), head: () => head }
  }
  return {
    source: memorySource(path, bytes),
    glance: headOfBytes(path, bytes, glanceSize),
    head: () => headOfBytes(path, bytes),
  }
}

function glanceOf(head: Head): Head {
  const { path, text } = head
  if (text.length <= glanceSize) return head
  // Half of a surrogate pair is left out, as every character that is cut.
  const isCut = (text.charCodeAt(glanceSize - 1) & 0xfc00) === 0xd800
  return { path, text: text.slice(0, isCut ? glanceSize - 1 : glanceSize), complete: false }
}

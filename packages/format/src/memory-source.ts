import type { Source } from './source.ts'

/** A source over bytes or text in memory. */
export function memorySource(path: string, content: Uint8Array | string): Source {
  return typeof content === 'string' ? textSource(path, content) : bytesSource(path, content)
}

/** A source over bytes whose text is known: what they decode to, with the byte order mark if there is one. */
export function decodedSource(path: string, bytes: Uint8Array, text: string): Source {
  const { length: size } = bytes
  return { path, size, bytes: () => bytes, text: () => text, open: () => streamOf(bytes) }
}

function bytesSource(path: string, bytes: Uint8Array): Source {
  return { path, size: bytes.length, bytes: () => bytes, open: () => streamOf(bytes) }
}

/** Encodes only when bytes are asked for: encoding and decoding a document costs as much as parsing it. */
function textSource(path: string, content: string): Source {
  let encoded: Uint8Array | undefined
  const bytes = (): Uint8Array => {
    encoded ??= new TextEncoder().encode(content)
    return encoded
  }
  return {
    path,
    get size() {
      return bytes().length
    },
    bytes,
    // Half of a surrogate pair, which has no bytes, stays as it is; to look for one takes a tenth of reading JSON.
    text: () => content,
    open: () => streamOf(bytes()),
  }
}

function streamOf(bytes: Uint8Array): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      if (bytes.length > 0) controller.enqueue(bytes)
      controller.close()
    },
  })
}

import type { Source } from '../../src/source.ts'

/** A source that hands its bytes out in chunks of a size and does not know how many they are. */
export function chunkedSource(path: string, bytes: Uint8Array, size: number): Source {
  return {
    path,
    open() {
      let at = 0
      return new ReadableStream<Uint8Array>({
        pull(controller) {
          if (at >= bytes.length) return controller.close()
          controller.enqueue(bytes.slice(at, at + size))
          at += size
        },
      })
    },
  }
}

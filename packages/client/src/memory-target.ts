import type { DownloadedFile, DownloadTarget } from './target.ts'

/** A download kept in memory. */
export interface MemoryTarget extends DownloadTarget {
  /** The finished file. Throws before it is finished. */
  bytes(): Uint8Array<ArrayBuffer>
  /** A copy of the bytes that have come so far, for a look at them before the file is finished. */
  received(): Uint8Array<ArrayBuffer>
}

/** A target for small exports, browsers and tests. An unfinished download can be continued with it. */
export function memoryTarget(): MemoryTarget {
  let file: DownloadedFile | undefined
  let chunks: Uint8Array[] = []
  let length = 0
  let finished: Uint8Array<ArrayBuffer> | undefined
  const restart = async (): Promise<void> => {
    chunks = []
    length = 0
  }
  const received = (): Uint8Array<ArrayBuffer> => {
    const whole = new Uint8Array(length)
    let at = 0
    for (const chunk of chunks) {
      whole.set(chunk, at)
      at += chunk.length
    }
    return whole
  }
  return {
    restart,
    async begin(next) {
      finished = undefined
      const same =
        file?.exportId === next.exportId && file.etag === next.etag && file.total === next.total
      if (!same || next.etag === undefined) await restart()
      file = next
      return length
    },
    async write(chunk) {
      chunks.push(new Uint8Array(chunk))
      length += chunk.length
    },
    received,
    async finish() {
      finished = received()
      file = undefined
      await restart()
    },
    async keep() {},
    bytes() {
      if (finished === undefined) throw new RangeError('The download is not finished.')
      return finished
    },
  }
}

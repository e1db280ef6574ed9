import type { Source } from '../source.ts'
import { openWindow } from './byte-window.ts'

/** Reads stretches of a file, each behind the one before. */
export interface ForwardReader {
  /** Copies the bytes from `from` to `to` to an offset of `target`; gives fewer where the file ends. */
  copy(from: number, to: number, target: Uint8Array, at: number): Promise<number>
  close(): Promise<void>
}

/** Opens the source with the first read, as near to it as the source can. */
export function openForward(source: Source, signal?: AbortSignal): ForwardReader {
  let window: ReturnType<typeof openWindow> | undefined
  return {
    async copy(from, to, target, at) {
      window ??= openWindow(source, signal, from)
      let copied = 0
      for (;;) {
        const skipped = Math.min(window.end - window.start, from + copied - window.offset)
        window.release(window.start + skipped)
        const ready = Math.min(window.end - window.start, to - window.offset)
        if (window.offset === from + copied && ready > 0) {
          const next = window.start + ready
          target.set(window.bytes.subarray(window.start, next), at + copied)
          window.release(next)
          copied += ready
        }
        if (copied === to - from || !(await window.more())) return copied
      }
    },
    async close() {
      await window?.close()
    },
  }
}

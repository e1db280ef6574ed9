import type { Part } from '@labelport/format'

/** Parts on their way out of a thread. Texts become bytes in batches, so that few and large messages are sent. */
export interface PartBatches {
  add(part: Part): void
  /** Sends what still waits. */
  flush(): void
}

/** How many characters of one file are sent together. */
const batch = 2 ** 18

/** Opens batches; `send` is given parts and the buffers that may go along with them. */
export function partBatches(
  send: (part: Part, transfer: readonly ArrayBuffer[]) => void,
): PartBatches {
  const texts = new Map<string, string>()
  const encoder = new TextEncoder()
  const flushText = (path: string, text: string, keep: number): void => {
    const chunk = encoder.encode(text.slice(0, text.length - keep))
    if (keep === 0) texts.delete(path)
    else texts.set(path, text.slice(-keep))
    send({ path, chunk }, [chunk.buffer])
  }
  const end = (path: string): void => {
    const text = texts.get(path)
    if (text !== undefined) flushText(path, text, 0)
  }
  return {
    add(part) {
      if ('renamedTo' in part) {
        end(part.path)
        send(part, [])
        return
      }
      const { path, chunk } = part
      if (typeof chunk !== 'string') {
        end(path)
        // Copied: a writer may fill the same buffer again.
        const bytes = new Uint8Array(chunk)
        send({ path, chunk: bytes }, [bytes.buffer])
        return
      }
      const text = (texts.get(path) ?? '') + chunk
      texts.set(path, text)
      // A chunk may end inside a surrogate pair; encoding the half would damage it.
      if (text.length >= batch) flushText(path, text, endsInside(text) ? 1 : 0)
    },
    flush() {
      for (const path of [...texts.keys()]) end(path)
    },
  }
}

function endsInside(text: string): boolean {
  const last = text.charCodeAt(text.length - 1)
  return last >= 0xd800 && last <= 0xdbff
}

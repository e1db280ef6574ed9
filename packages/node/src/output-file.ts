import { closeSync, openSync, writeSync } from 'node:fs'

/** A file that grows by chunks, which reach the disk in batches. It is open only while a batch is written. */
export interface OutputFile {
  /** How many bytes or characters wait to be written. */
  readonly waiting: number
  append(chunk: string | Uint8Array): void
  /** Writes what waits; half a character may go on waiting. */
  flush(): void
  /** Writes the rest. Returns the size of the file in bytes. */
  finish(): number
}

/** Describes a file that is created by the first batch; that throws the system's error when it exists. */
export function outputFile(path: string): OutputFile {
  let created = false
  let size = 0
  let text = ''
  let chunks: Uint8Array[] = []
  let chunkBytes = 0
  const encodeText = (keep: number): void => {
    const end = text.length - keep
    if (end <= 0) return
    const bytes = Buffer.from(keep === 0 ? text : text.slice(0, end))
    text = text.slice(end)
    chunks.push(bytes)
    chunkBytes += bytes.length
  }
  const write = (): void => {
    const file = openSync(path, created ? 'a' : 'wx')
    created = true
    try {
      const batch = chunks
      const bytes = chunkBytes
      chunks = []
      chunkBytes = 0
      if (bytes > 0) writeAll(file, batch, bytes)
      size += bytes
    } finally {
      closeSync(file)
    }
  }
  return {
    get waiting() {
      return text.length + chunkBytes
    },
    append(chunk) {
      if (typeof chunk === 'string') {
        text += chunk
        return
      }
      encodeText(0)
      // Copied: a writer may fill the same buffer again.
      chunks.push(new Uint8Array(chunk))
      chunkBytes += chunk.length
    },
    flush() {
      // A chunk may end inside a surrogate pair; encoding the half would damage it.
      encodeText(isHighSurrogate(text.charCodeAt(text.length - 1)) ? 1 : 0)
      if (chunkBytes > 0) write()
    },
    finish() {
      encodeText(0)
      if (chunkBytes > 0 || !created) write()
      return size
    },
  }
}

function writeAll(file: number, chunks: readonly Uint8Array[], length: number): void {
  const whole = chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks, length)
  for (let at = 0; at < length; ) at += writeSync(file, whole, at)
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff
}

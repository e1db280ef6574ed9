import { closeSync, openSync, writeSync } from 'node:fs'
import { crc32 } from 'node:zlib'

/** A file that grows by chunks, which reach the disk in batches. It is open only while a batch is written. */
export interface OutputFile {
  /** How many bytes or characters wait to be written. */
  readonly waiting: number
  append(chunk: string | Uint8Array): void
  /** Writes what waits; half a character may go on waiting. */
  flush(): void
  /** Writes the rest. */
  finish(): FileSum
}

/** What a file is told by. */
export interface FileSum {
  /** In bytes. */
  readonly size: number
  /** CRC-32 of its bytes. Absent when nobody asked for it. */
  readonly crc32?: number
}

/** Describes a file that is created by the first batch; that throws the system's error when it exists. */
export function outputFile(path: string, { sums }: { readonly sums: boolean }): OutputFile {
  let created = false
  let size = 0
  let crc = 0
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
      if (bytes > 0) {
        const whole = batch.length === 1 && batch[0] ? batch[0] : Buffer.concat(batch, bytes)
        writeAll(file, whole)
        if (sums) crc = crc32(whole, crc)
      }
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
      return sums ? { size, crc32: crc } : { size }
    },
  }
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at)
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff
}

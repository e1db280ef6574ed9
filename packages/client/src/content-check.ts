import { errorCode } from './storage.ts'

/** Looks at the bytes of a download as they pass. Every answer is what is wrong, or undefined. */
export interface ContentCheck {
  /** Begins anew: the next bytes come from this offset of the file. */
  start(offset: number): void
  add(chunk: Uint8Array): string | undefined
  /** After the last byte of a file of so many bytes. */
  end(length: number): string | undefined
}

const headBytes = 1_024
/** The end record of a zip and the longest comment that can follow it. */
const tailBytes = 65_557
const recordBytes = 22
/** An entry, or the end record of a zip without any. */
const zipStarts = ['PK\u0003\u0004', 'PK\u0005\u0006']

/** A check of what is inside: a zip has its marks, and an error document is never the file. */
export function contentCheck(content: 'zip' | 'bare'): ContentCheck {
  let head: Uint8Array | undefined = new Uint8Array()
  let tail = new Uint8Array()
  const checkHead = (): string | undefined => {
    if (head === undefined) return undefined
    const text = new TextDecoder().decode(head)
    const code = errorCode(text)
    if (text.trimStart().startsWith('<') && code !== undefined) {
      return `an error document of the storage (${code})`
    }
    if (content === 'bare' || zipStarts.some((mark) => text.startsWith(mark))) return undefined
    return `bytes that are no zip, beginning with ${JSON.stringify(text.slice(0, 12))}`
  }
  return {
    start(offset) {
      head = offset === 0 ? new Uint8Array() : undefined
      tail = new Uint8Array()
    },
    add(chunk) {
      if (content === 'zip') tail = lastBytes(tail, chunk)
      if (head === undefined || head.length >= headBytes) return undefined
      const before = head.length
      head = concat(head, chunk.subarray(0, headBytes - before))
      return before < 4 && head.length >= 4 ? checkHead() : undefined
    },
    end(length) {
      const wrong = head !== undefined && head.length < headBytes ? checkHead() : undefined
      if (wrong !== undefined || content === 'bare') return wrong
      // After a resumption only the last part was seen; then the length is the proof.
      const seenEnough = tail.length >= Math.min(length, tailBytes)
      return !seenEnough || hasEndRecord(tail, length) ? undefined : 'a zip without its end'
    },
  }
}

function hasEndRecord(tail: Uint8Array, length: number): boolean {
  const view = new DataView(tail.buffer, tail.byteOffset, tail.byteLength)
  for (let at = tail.length - recordBytes; at >= 0; at -= 1) {
    if (view.getUint32(at, true) !== 0x06054b50) continue
    if (at + recordBytes + view.getUint16(at + 20, true) !== tail.length) continue
    const size = view.getUint32(at + 12, true)
    const offset = view.getUint32(at + 16, true)
    const position = length - tail.length + at
    return offset === 0xffffffff || size === 0xffffffff || offset + size <= position
  }
  return false
}

function lastBytes(tail: Uint8Array<ArrayBuffer>, chunk: Uint8Array): Uint8Array<ArrayBuffer> {
  if (chunk.length >= tailBytes) return chunk.slice(-tailBytes)
  const kept = Math.min(tail.length, tailBytes - chunk.length)
  return concat(tail.subarray(tail.length - kept), chunk)
}

function concat(first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(first.length + second.length)
  both.set(first)
  both.set(second, first.length)
  return both
}

import type { Content } from './export-request.ts'
import { errorCode } from './storage.ts'

/** Looks at the bytes of a download as they pass. Every answer is what is wrong, or undefined. */
export interface ContentCheck {
  /** The next bytes come from this offset of the file; what was seen up to there still counts. */
  start(offset: number): void
  add(chunk: Uint8Array): string | undefined
  /** Where to look once more because too little was seen to judge; undefined when enough was. */
  unseenEnd(length: number): number | undefined
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
export function contentCheck(content: Content): ContentCheck {
  /** Undefined when the beginning was not seen. */
  let head: Uint8Array | undefined = new Uint8Array()
  const tail = lastBytes()
  let position = 0
  const checkHead = (): string | undefined => {
    if (head === undefined) return undefined
    const text = new TextDecoder().decode(head)
    const code = errorCode(text)
    if (text.trimStart().startsWith('<') && code !== undefined) {
      return `an error document of the storage (${code})`
    }
    if (content !== 'zip' || zipStarts.some((mark) => text.startsWith(mark))) return undefined
    return `bytes that are no zip, beginning with ${JSON.stringify(text.slice(0, 12))}`
  }
  return {
    start(offset) {
      if (offset === position) return
      position = offset
      head = offset === 0 ? new Uint8Array() : undefined
      tail.clear()
    },
    add(chunk) {
      position += chunk.length
      if (content !== 'bare') tail.add(chunk)
      if (head === undefined || head.length >= headBytes) return undefined
      const before = head.length
      const longer = new Uint8Array(Math.min(headBytes, before + chunk.length))
      longer.set(head)
      longer.set(chunk.subarray(0, headBytes - before), before)
      head = longer
      return before < 4 && head.length >= 4 ? checkHead() : undefined
    },
    unseenEnd(length) {
      const seen = tail.bytes()
      const enough = seen.length >= Math.min(length, tailBytes) || hasEndRecord(seen, length)
      return content !== 'zip' || enough ? undefined : Math.max(0, length - tailBytes)
    },
    end(length) {
      const wrong = checkHead()
      if (wrong !== undefined || content === 'bare') return wrong
      if (content === 'either' && (head === undefined || !beginsAsZip(head))) return undefined
      const seen = tail.bytes()
      // A storage without parts cannot show an end that was not seen; then the length is the proof.
      const enough = seen.length >= Math.min(length, tailBytes)
      return !enough || hasEndRecord(seen, length) ? undefined : 'a zip without its end'
    },
  }
}

function beginsAsZip(head: Uint8Array): boolean {
  const text = new TextDecoder('latin1').decode(head.subarray(0, 4))
  return zipStarts.includes(text)
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

/** Remembers the end of what passes; twice the room, so that bytes are rarely moved. */
function lastBytes(): {
  readonly add: (chunk: Uint8Array) => void
  readonly bytes: () => Uint8Array
  readonly clear: () => void
} {
  const room = new Uint8Array(2 * tailBytes)
  let used = 0
  return {
    add(chunk) {
      const end = chunk.subarray(-tailBytes)
      if (used + end.length > room.length) {
        room.copyWithin(0, used - tailBytes, used)
        used = tailBytes
      }
      room.set(end, used)
      used += end.length
    },
    bytes: () => room.subarray(Math.max(0, used - tailBytes), used),
    clear() {
      used = 0
    },
  }
}

import { bytesOf, type Diagnostic, FormatError, type RandomAccess } from '@labelport/format'
import type { Zip, ZipEntry } from '../../src/index.ts'

/** What came of reading a whole zip. */
export interface Outcome {
  readonly entries?: readonly (readonly [path: string, outcome: string])[]
  readonly codes: readonly string[]
}

/** Opens a zip and reads every entry, by `bytes` and by `open`, which must agree. */
export async function outcomeOf(
  open: (report: (diagnostic: Diagnostic) => void) => Promise<Zip>,
): Promise<Outcome> {
  const codes: string[] = []
  try {
    const { entries } = await open(({ code }) => codes.push(code))
    const read: [string, string][] = []
    for (const entry of entries) read.push([entry.path, await contentOf(entry)])
    return { entries: read, codes }
  } catch (error) {
    return { codes: [...codes, codeOf(error)] }
  }
}

async function contentOf(entry: ZipEntry): Promise<string> {
  const whole = await attempt(async () => entry.bytes())
  const streamed = await attempt(() => bytesOf({ path: entry.path, open: () => entry.open() }))
  return whole === streamed ? whole : `bytes gives ${whole}, open gives ${streamed}`
}

async function attempt(read: () => Promise<Uint8Array>): Promise<string> {
  try {
    return new TextDecoder().decode(await read())
  } catch (error) {
    return codeOf(error)
  }
}

function codeOf(error: unknown): string {
  if (FormatError.is(error)) return error.diagnostic.code
  throw error
}

/** Bytes as a file; `slow` answers with promises, as a browser's files do. */
export function inMemory(bytes: Uint8Array, slow = false): RandomAccess {
  const read = (offset: number, length: number): Uint8Array => {
    if (offset < 0 || offset + length > bytes.length) throw new RangeError('outside the file')
    return bytes.subarray(offset, offset + length)
  }
  if (!slow) return { size: bytes.length, read }
  return { size: bytes.length, read: async (offset, length) => read(offset, length) }
}

/** Bytes as a file of a disk, which fills what it is given. */
export function onDisk(bytes: Uint8Array): RandomAccess {
  const { size, read } = inMemory(bytes)
  return {
    size,
    read,
    readInto(into, offset) {
      const found = read(offset, into.length)
      if (!(found instanceof Promise)) into.set(found)
    },
  }
}

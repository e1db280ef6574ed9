import { chunkedSource } from '../feeding.ts'
import { longDocument } from '../long-document.ts'
import { BrokenPromise, type FormatPromise } from '../promise.ts'
import type { Subject } from '../subject.ts'
import { writeAll } from '../writing.ts'

const leastBytes = 1_000_000
const chunkBytes = 16_384

/** Promise 8: a claim of `many` is a promise of flat memory. */
export const early: FormatPromise = {
  name: 'lets documents go before the file ends, when it claims to yield many',
  async check(subject) {
    const { format } = subject
    if (format.reader?.yields !== 'many') return
    const { path, bytes } = await longFile(subject)
    let taken = 0
    const source = chunkedSource(path, bytes, chunkBytes, (handedOut) => {
      taken = handedOut
    })
    const context = subject.options.context?.(path)
    for await (const _ of format.reader.read(source, { ...context, report: () => {} })) {
      if (taken <= bytes.length / 2) return
      throw new BrokenPromise(
        `The first document left after ${taken} of ${bytes.length} bytes; expected less than half.`,
      )
    }
    throw new BrokenPromise(`No document was read from a file of ${bytes.length} bytes.`)
  },
}

async function longFile(subject: Subject): Promise<{ path: string; bytes: Uint8Array }> {
  const { format, options } = subject
  const extension = format.extensions[0] ?? ''
  if (options.longFile !== undefined) {
    const content = options.longFile()
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
    return { path: `long${extension}`, bytes: atLeast(bytes) }
  }
  if (format.writer === undefined) {
    throw new BrokenPromise('Without a writer the kit needs the option longFile to check this.')
  }
  const { files } = await writeAll(format, longDocument(format.tasks))
  const [longest] = [...files].sort(([, a], [, b]) => b.length - a.length)
  if (longest === undefined) throw new BrokenPromise('Nothing was written of a long document.')
  const [path, bytes] = longest
  return { path, bytes: atLeast(bytes) }
}

function atLeast(bytes: Uint8Array): Uint8Array {
  if (bytes.length >= leastBytes) return bytes
  throw new BrokenPromise(
    `The long file has ${bytes.length} bytes; give the option longFile one of ${leastBytes}.`,
  )
}

import { featureNames, type LabeledDocument } from '@labelport/model'
import { firstDifference } from '../difference.ts'
import { gallery } from '../gallery/index.ts'
import { breakIf, type FormatPromise } from '../promise.ts'
import { readable } from '../readable.ts'
import { type Written, writeAll } from '../writing.ts'

/** Writing is a function of the documents: no clock, no chance, no trace of an earlier run. */
export const determinism: FormatPromise = {
  name: 'writes the same bytes every time, and leaves the documents as they were',
  async check({ format }) {
    if (format.writer === undefined) return
    // Names of their own: two documents of one name are another test's business.
    const documents = featureNames.map((feature): LabeledDocument => {
      return { ...gallery[feature], id: feature, name: `${feature}.txt` }
    })
    const before = documents.map(readable)
    const first = await writeAll(format, documents)
    const changed = firstDifference(before, documents.map(readable))
    await new Promise((resolve) => setTimeout(resolve, 20))
    const second = await writeAll(format, documents)
    const difference = firstDifference(plain(first), plain(second))
    breakIf([
      ...(changed === undefined ? [] : [`Writing changes the documents: ${changed}.`]),
      ...(difference === undefined ? [] : [`The second time it writes otherwise: ${difference}.`]),
    ])
  },
}

function plain({ files, ledger }: Written): unknown {
  const decoder = new TextDecoder('latin1')
  return {
    files: [...files].map(([path, bytes]) => ({ path, bytes: decoder.decode(bytes) })),
    ledger,
  }
}

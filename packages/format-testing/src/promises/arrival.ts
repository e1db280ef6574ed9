import { memorySource } from '@labelport/format'
import { firstDifference } from '../difference.ts'
import { chunkedSource } from '../feeding.ts'
import { readable } from '../readable.ts'
import { contextOf, fixturePromise, type Reading, readAll } from '../reading.ts'

const chunkSizes = [1, 3, 64]

/** Promise 4: a chunk may end anywhere, also inside a character. */
export const arrival = fixturePromise(
  'reads the same however the bytes arrive',
  async (fixture, subject) => {
    const { format } = subject
    const context = contextOf(subject, fixture)
    const { path, bytes } = fixture
    const expected = plain(await readAll(format, memorySource(path, bytes), context))
    const sizes = [...chunkSizes, Math.max(1, bytes.length)]
    const findings: string[] = []
    for (const size of sizes) {
      const found = plain(await readAll(format, chunkedSource(path, bytes, size), context))
      const difference = firstDifference(expected, found)
      if (difference !== undefined) {
        findings.push(`in chunks of ${size} bytes it reads otherwise: ${difference}.`)
      }
    }
    return findings
  },
)

function plain({ documents, diagnostics, failure }: Reading): unknown {
  return { documents: documents.map(readable), diagnostics, failure }
}

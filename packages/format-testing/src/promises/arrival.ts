import { memorySource } from '@labelport/format'
import { firstDifference } from '../difference.ts'
import { chunkedSource, pooledSource } from '../feeding.ts'
import { readable } from '../readable.ts'
import { contextOf, fixturePromise, type Reading, readAll } from '../reading.ts'

const chunkSizes = [1, 3, 64]

/** Promise 4: a chunk may end anywhere, also inside a character, and bytes may lie among others. */
export const arrival = fixturePromise(
  'reads the same however the bytes arrive',
  async (fixture, subject) => {
    const { format } = subject
    const context = contextOf(subject, fixture)
    const { path, bytes } = fixture
    const expected = plain(await readAll(format, memorySource(path, bytes), context))
    const feeds = [
      ...[...chunkSizes, Math.max(1, bytes.length)].map((size) => ({
        how: `in chunks of ${size} bytes`,
        source: chunkedSource(path, bytes, size),
      })),
      { how: 'in a buffer with other bytes', source: pooledSource(path, bytes) },
    ]
    const findings: string[] = []
    for (const { how, source } of feeds) {
      const found = plain(await readAll(format, source, context))
      const difference = firstDifference(expected, found)
      if (difference !== undefined) findings.push(`${how} it reads otherwise: ${difference}.`)
    }
    return findings
  },
)

function plain({ documents, diagnostics, failure }: Reading): unknown {
  return { documents: documents.map(readable), diagnostics, failure }
}

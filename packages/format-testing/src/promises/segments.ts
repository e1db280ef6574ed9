import { featureNames } from '@labelport/model'
import { firstDifference } from '../difference.ts'
import { factsOf } from '../facts.ts'
import { gallery } from '../gallery/index.ts'
import { breakIf, describeThrown, type FormatPromise } from '../promise.ts'
import { roundTrip } from '../round-trip.ts'
import { splitSegments } from '../split-segments.ts'
import type { Subject } from '../subject.ts'

/** A file that was read in pieces is written as one file. */
export const segments: FormatPromise = {
  name: 'writes a document handed over in segments as if it were whole',
  async check(subject) {
    const { format, options } = subject
    if (format.writer === undefined) return
    if (format.reader === undefined && options.readBack === undefined) return
    const cases: string[] = []
    for (const feature of featureNames) {
      if (format.carries[feature] !== 'full') continue
      try {
        cases.push(...(await faultsOf(subject, feature)))
      } catch (thrown) {
        cases.push(describeThrown(`The gallery document for "${feature}" in segments`, thrown))
      }
    }
    breakIf(cases)
  },
}

async function faultsOf(
  subject: Subject,
  feature: (typeof featureNames)[number],
): Promise<string[]> {
  const document = gallery[feature]
  const pieces = splitSegments(document, Math.ceil(document.cells.length / 2))
  if (pieces === undefined) return []
  const { documents, files } = await roundTrip(subject, pieces, !feature.startsWith('schema.'))
  const where = `The gallery document for "${feature}" in segments`
  const difference = firstDifference(factsOf(feature, [document]), factsOf(feature, documents))
  if (difference !== undefined) {
    return [`${where} comes back changed: ${difference} (${[...files.keys()].join(', ')}).`]
  }
  return documents.length === 1 ? [] : [`${where} comes back as ${documents.length} documents.`]
}

import type { Format } from '@labelport/format'
import { type Feature, featureNames } from '@labelport/model'
import { documentArbitrary } from './arbitrary/document.ts'
import { firstDifference } from './difference.ts'
import { holdsFor } from './holds-for.ts'
import { printJson, readable } from './readable.ts'
import { roundTrip } from './round-trip.ts'
import { subjectOf, type WrittenFiles } from './subject.ts'
import { writeAll } from './writing.ts'

const runs = 100

/**
 * Checks that files which were written from random documents and read are written the same again: what a
 * file holds is never lost by opening it. Throws BrokenPromise with the smallest case that breaks it.
 */
export async function writtenAgain(
  format: Format,
  allowed: readonly Feature[] = featureNames,
): Promise<void> {
  const subject = subjectOf(format, {})
  await holdsFor({
    cases: documentArbitrary(allowed),
    runs,
    shrink: true,
    show: (document) => printJson(readable(document)),
    async findings(document) {
      const { files, documents } = await roundTrip(subject, [document], true)
      const again = await writeAll(format, documents)
      const difference = firstDifference(textsOf(files), textsOf(again.files))
      return difference === undefined ? [] : [`Written again, it differs: ${difference}.`]
    },
  })
}

function textsOf(files: WrittenFiles): Readonly<Record<string, string>> {
  const decoder = new TextDecoder()
  return Object.fromEntries([...files].map(([path, bytes]) => [path, decoder.decode(bytes)]))
}

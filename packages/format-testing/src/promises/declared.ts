import { memorySource } from '@labelport/format'
import { featureNames, features } from '@labelport/model'
import { contextOf, fixturePromise, readAll } from '../reading.ts'

/** Promise 6. What was only passed through from the context needs no declaration. */
export const declared = fixturePromise(
  'declares everything seen in what it reads',
  async (fixture, subject) => {
    const { format } = subject
    const context = contextOf(subject, fixture)
    const { documents } = await readAll(format, memorySource(fixture.path, fixture.bytes), context)
    return featureNames
      .filter((feature) => format.carries[feature] === undefined)
      .filter((feature) => !(feature.startsWith('schema.') && context.schema !== undefined))
      .filter((feature) => documents.some((document) => features[feature](document).length > 0))
      .map((feature) => `"${feature}" was read but is not in carries.`)
  },
)

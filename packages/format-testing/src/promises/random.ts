import { type Feature, featureNames, type LabeledDocument, statementTypes } from '@labelport/model'
import { documentArbitrary } from '../arbitrary/document.ts'
import { firstDifference } from '../difference.ts'
import { factsOf, featuresOfStatement } from '../facts.ts'
import { holdsFor } from '../holds-for.ts'
import type { FormatPromise } from '../promise.ts'
import { printJson, readable } from '../readable.ts'
import { type RoundTrip, roundTrip } from '../round-trip.ts'
import type { Subject } from '../subject.ts'
import { unsoundness } from './soundness.ts'

const runs = 60

/** Promise 10 for documents nobody thought of. */
export const randomHonesty: FormatPromise = {
  name: 'writes random documents with a balanced account, and gives back what the account calls kept',
  async check(subject) {
    const { format, options } = subject
    if (format.writer === undefined) return
    const full = featureNames.filter((feature) => format.carries[feature] === 'full')
    for (const allowed of [featureNames, full]) {
      await holdsFor({
        cases: documentArbitrary(allowed),
        runs,
        shrink: true,
        show: (document) => printJson({ ...Object(readable(document)), schema: 'as always' }),
        async findings(document) {
          const result = await roundTrip(subject, [document], true)
          if (format.reader === undefined && options.readBack === undefined) return []
          return [
            ...unsoundness(result.documents, result.documents),
            ...(allowed === full ? brokenAccounts(subject, document, result) : []),
          ]
        },
      })
    }
  },
}

/** Types all of whose statements were kept, by the account, and did not come back the same. */
function brokenAccounts(
  { format }: Subject,
  document: LabeledDocument,
  { ledger, documents }: RoundTrip,
): string[] {
  const whole = (type: (typeof statementTypes)[number]): boolean =>
    ledger.changed[type] + ledger.dropped[type] === 0
  return statementTypes
    .filter((type) => whole(type) && whole('cell'))
    .flatMap((type): Feature[] => [...featuresOfStatement[type]])
    .filter((feature) => format.carries[feature] === 'full')
    .flatMap((feature) => {
      const before = factsOf(feature, [document])
      const difference = firstDifference(before, factsOf(feature, documents))
      return difference === undefined ? [] : [`"${feature}" was accounted as kept: ${difference}.`]
    })
}

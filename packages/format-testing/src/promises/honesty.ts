import { type Feature, featureNames, type LabeledDocument } from '@labelport/model'
import { firstDifference } from '../difference.ts'
import { factsOf, featuresOfStatement } from '../facts.ts'
import { gallery } from '../gallery/index.ts'
import { breakIf, describeThrown, type FormatPromise } from '../promise.ts'
import { type RoundTrip, roundTrip } from '../round-trip.ts'
import type { Subject } from '../subject.ts'
import { unsoundness } from './soundness.ts'

/** Promise 10: carries and the account are both compared with what really comes back. */
export const honesty: FormatPromise = {
  name: 'carries what it declares and nothing else, and accounts for the rest',
  async check(subject) {
    if (subject.format.writer === undefined) return
    const cases: string[] = []
    for (const feature of featureNames) {
      try {
        cases.push(...(await lies(subject, feature, gallery[feature])))
      } catch (thrown) {
        cases.push(describeThrown(`The gallery document for "${feature}"`, thrown))
      }
    }
    breakIf(cases)
  },
}

async function lies(
  subject: Subject,
  feature: Feature,
  document: LabeledDocument,
): Promise<string[]> {
  const { format } = subject
  // What is told about the schema from outside would hide that the file itself does not hold it.
  const result = await roundTrip(subject, [document], !feature.startsWith('schema.'))
  if (format.reader === undefined && subject.options.readBack === undefined) return []
  const faults = unsoundness(result.documents, result.documents)
  if (result.documents.length > 0 && format.reader !== undefined) {
    const names = [...new Set(result.documents.map(({ name }) => name))]
    const difference = firstDifference([document.name], names)
    if (difference !== undefined) faults.push(`the name changes: ${difference}.`)
  }
  faults.push(...abilityFaults(subject, feature, document, result))
  faults.push(...accountFaults(subject, feature, result))
  for (const other of featureNames) {
    const told = other.startsWith('schema.') && !feature.startsWith('schema.')
    if (told || other === feature || format.carries[other] !== undefined) continue
    if (factsOf(other, result.documents).length > 0) {
      faults.push(`"${other}" comes back although carries does not list it.`)
    }
  }
  return faults.map((fault) => `The gallery document for "${feature}": ${fault}`)
}

function abilityFaults(
  { format }: Subject,
  feature: Feature,
  document: LabeledDocument,
  { documents }: RoundTrip,
): string[] {
  const before = factsOf(feature, [document])
  const after = factsOf(feature, documents)
  switch (format.carries[feature]) {
    case 'full': {
      const difference = firstDifference(before, after)
      return difference === undefined ? [] : [`declared full, comes back changed: ${difference}.`]
    }
    case 'partial':
      return after.length > 0 ? [] : ['declared partial, nothing comes back.']
    case undefined:
      return after.length === 0 ? [] : ['not declared, and yet it comes back.']
    default:
      return format.carries[feature] satisfies never
  }
}

/** A kept statement is one that comes back; a dropped one is not. */
function accountFaults({ format }: Subject, feature: Feature, { ledger }: RoundTrip): string[] {
  const faults: string[] = []
  for (const [type, names] of Object.entries(featuresOfStatement)) {
    const key = type as keyof typeof featuresOfStatement
    if (!names.some((name) => name === feature)) continue
    const kept = ledger.kept[key]
    const lost = ledger.changed[key] + ledger.dropped[key]
    if (format.carries[feature] === undefined && kept > 0 && key !== 'cell') {
      faults.push(`carries does not list it, and the account calls ${kept} of type ${key} kept.`)
    }
    if (format.carries[feature] === 'full' && lost > 0) {
      faults.push(`declared full, and the account calls ${lost} of type ${key} changed or dropped.`)
    }
  }
  return faults
}

import { type Feature, featureNames, features, type LabeledDocument } from '@labelport/model'
import type { Carries } from './format.ts'

/** What a format does to one feature of a document. */
export interface Loss {
  readonly feature: Feature
  readonly effect: 'dropped' | 'changed'
  readonly facts: readonly unknown[]
}

/** What writing this document in a format with these abilities would cost, named fact by fact. */
export function lossOf(document: LabeledDocument, carries: Carries): readonly Loss[] {
  return featureNames.flatMap((feature) => {
    const ability = carries[feature]
    if (ability === 'full') return []
    const facts = features[feature](document)
    if (facts.length === 0) return []
    return [{ feature, effect: ability === 'partial' ? 'changed' : 'dropped', facts }]
  })
}

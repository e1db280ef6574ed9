import { type Feature, featureNames, features, validate } from '@labelport/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { documentArbitrary } from '../src/index.ts'

const seed = 7

describe('documentArbitrary', () => {
  it('makes sound documents', () => {
    fc.assert(
      fc.property(documentArbitrary(), (document) => {
        expect(validate(document)).toEqual([])
      }),
      { seed, numRuns: 500 },
    )
  })

  it('uses every feature it can', () => {
    const documents = fc.sample(documentArbitrary(), { seed, numRuns: 500 })
    const unused = featureNames.filter((feature) =>
      documents.every((document) => features[feature](document).length === 0),
    )
    expect(unused).toEqual(['box.caption', 'box.text', 'timestamp.text'])
  })

  it.each<readonly Feature[]>([
    ['text'],
    ['text', 'tokens'],
    ['text', 'tokens', 'span'],
    ['text', 'span', 'span.overlapping', 'relation'],
    ['text', 'table', 'answer.row'],
  ])('keeps to the features it is given: %s %s %s %s', (...allowed) => {
    const documents = fc.sample(documentArbitrary(allowed), { seed, numRuns: 200 })
    const used = featureNames.filter((feature) =>
      documents.some((document) => features[feature](document).length > 0),
    )
    expect(used.filter((feature) => !feature.startsWith('schema.'))).toEqual(
      featureNames.filter((feature) => allowed.includes(feature)),
    )
  })
})

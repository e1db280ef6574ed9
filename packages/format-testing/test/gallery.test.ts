import { countStatements, featureNames, features, statementTypes, validate } from '@labelport/model'
import { describe, expect, it } from 'vitest'
import { gallery } from '../src/index.ts'
import { splitSegments } from '../src/split-segments.ts'

describe('the gallery', () => {
  it.each(featureNames)('uses %s in a sound document of its own', (feature) => {
    const document = gallery[feature]
    expect(validate(document)).toEqual([])
    expect(features[feature](document)).not.toEqual([])
  })

  it('holds every type of statement', () => {
    const seen = new Set(
      Object.values(gallery).flatMap((document) => {
        const counts = countStatements(document)
        return statementTypes.filter((type) => counts[type] > 0)
      }),
    )
    expect([...statementTypes].filter((type) => !seen.has(type))).toEqual([])
  })

  it('is beyond ASCII and cannot be changed', () => {
    expect(gallery.text.cells[0]?.text).toMatch(/[\u{10000}-\u{10ffff}]/u)
    expect(Object.isFrozen(gallery.span.annotations[0])).toBe(true)
  })

  it('can mostly be cut into sound segments', () => {
    const cut = featureNames.flatMap((feature) => splitSegments(gallery[feature], 2) ?? [])
    expect(cut.flatMap(validate)).toEqual([])
    const halves = featureNames.filter((feature) => {
      const document = gallery[feature]
      return splitSegments(document, Math.ceil(document.cells.length / 2)) !== undefined
    })
    expect(halves.length).toBeGreaterThan(featureNames.length / 2)
  })
})

import { describe, expect, it } from 'vitest'
import { wholeReview } from '../src/state/filter.ts'
import { hashOf, type Place, placeIn } from '../src/state/place.ts'

const start: Place = { tab: 'overview', filter: wholeReview }

describe('hashOf and placeIn', () => {
  it('lead back to the same place', () => {
    const places: readonly Place[] = [
      start,
      {
        ...start,
        sample: 'row',
        filter: {
          text: 'été & 🌿=?#',
          project: 2,
          cabinet: 0,
          copies: 'all',
          holds: 'conflict',
          label: 0,
          person: 3,
          length: 4,
        },
        sorting: { by: 'rows', down: true },
      },
      { ...start, tab: 'documents', document: 12, spot: { type: 'annotation', id: 'a#b&c=ü' } },
      { ...start, tab: 'documents', document: 0, spot: { type: 'cell', cell: 7 } },
      { ...start, tab: 'compare', copies: [0, 2, 3], disagreement: 5 },
      { ...start, tab: 'convert' },
      { ...start, tab: 'problems' },
    ]
    for (const place of places) {
      const found = placeIn(hashOf(place))
      expect(found).toMatchObject(place)
      expect(found && hashOf(found)).toBe(hashOf(place))
    }
  })

  it('takes nothing from an address that makes no sense', () => {
    expect(placeIn('')).toBeUndefined()
    expect(placeIn('#nowhere?document=1')).toBeUndefined()
    const odd = '#overview?project=-1&copy=1e9&holds=constructor&label=NaN&sort=-__proto__&copies=x'
    expect(placeIn(odd)).toEqual(start)
    expect(placeIn('#compare?compare=1.x')).toEqual({ ...start, tab: 'compare', copies: [1] })
  })
})

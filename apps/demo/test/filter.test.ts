import { noStatements } from '@labelport/model'
import { describe, expect, it } from 'vitest'
import type { DocumentEntry } from '../src/protocol.ts'
import { holding, lengthStep, lengthSteps, wholeReview } from '../src/state/filter.ts'
import { sorted } from '../src/state/sorting.ts'
import { overviewOf } from '../src/view/overview.ts'

function entry(index: number, name: string, more: Partial<DocumentEntry> = {}): DocumentEntry {
  return {
    index,
    project: 0,
    cabinet: 0,
    name,
    tasks: ['token'],
    rows: 1,
    tokens: 2,
    hidden: 0,
    characters: 10,
    counts: noStatements(),
    conflicts: 0,
    rejected: 0,
    labels: [],
    makers: [],
    ...more,
  }
}

const documents = [
  entry(0, 'Note 10', { rows: 3, labels: [{ label: 1, count: 2 }] }),
  entry(1, 'note 9', { rows: 3, conflicts: 1, counts: { ...noStatements(), span: 4 } }),
  entry(2, 'ärger', {
    rows: 1,
    makers: [{ person: 0, made: 2, rejected: 1 }],
    characters: 100_000,
  }),
]

function found(wanted: object): readonly number[] {
  return holding(documents, { ...wholeReview, ...wanted }).map(({ index }) => index)
}

describe('holding', () => {
  it('finds documents by name, by what they hold, by label, person and length', () => {
    expect(found({ text: ' NOTE' })).toEqual([0, 1])
    expect(found({ holds: 'conflict' })).toEqual([1])
    expect(found({ holds: 'nothing' })).toEqual([0, 2])
    expect(found({ label: 1 })).toEqual([0])
    expect(found({ person: 0 })).toEqual([2])
    expect(found({ length: lengthSteps.length - 1 })).toEqual([2])
    expect(found({ text: 'note', holds: 'conflict', label: 1 })).toEqual([])
  })
})

describe('lengthStep', () => {
  it('gives every length exactly one bar', () => {
    expect([0, 1, 19, 20, 99_999, 1e9].map(lengthStep)).toEqual([0, 1, 1, 2, 12, 13])
  })
})

describe('sorted', () => {
  const names = (by: 'name' | 'rows', down: boolean) =>
    sorted(documents, { by, down }, []).map(({ name }) => name)

  it('reads numbers in names as numbers, and keeps equal ones in the order of the export', () => {
    expect(names('name', false)).toEqual(['ärger', 'note 9', 'Note 10'])
    expect(names('rows', true)).toEqual(['Note 10', 'note 9', 'ärger'])
  })
})

describe('overviewOf', () => {
  it('adds documents up, the segments of one file as one document', () => {
    const pieces = [
      entry(0, 'long', { segment: { index: 0, last: false }, labels: [{ label: 0, count: 2 }] }),
      entry(1, 'long', { segment: { index: 1, last: true }, labels: [{ label: 0, count: 3 }] }),
    ]
    const overview = overviewOf(pieces, { labels: [{ type: 'span', label: 'A' }], people: [] })
    expect(overview).toMatchObject({ documents: 1, rows: 2, labels: [{ position: 0, count: 5 }] })
  })
})

import { describe, expect, it } from 'vitest'
import { type LabelSchema, labelNames } from '../src/index.ts'

const schema: LabelSchema = {
  questions: [],
  labelSets: [
    {
      id: 'a',
      name: 'Places',
      appliesTo: 'text',
      labels: [
        { id: '1', name: 'City' },
        { id: '1.1', name: 'Other', parent: '1' },
        { id: '2', name: 'Sea' },
        { id: '2.1', name: 'Other', parent: '2' },
        { id: '3', name: 'Twin' },
      ],
    },
    { id: 'b', appliesTo: 'text', labels: [{ id: '3', name: 'Twin' }] },
    { id: 'c', appliesTo: 'box', labels: [{ id: '1', name: 'City' }] },
    {
      id: 'd',
      appliesTo: 'text',
      labels: [
        { id: 'x', name: 'Loop', parent: 'y' },
        { id: 'y', name: 'Loop', parent: 'x' },
        { id: 'z', name: 'Same' },
        { id: 'w', name: 'Same' },
      ],
    },
  ],
}

describe('labelNames', () => {
  const names = labelNames(schema, 'text')

  it('names classes like their labels where that tells them apart', () => {
    expect(names.nameOf('a', '1')).toBe('City')
    expect(names.nameOf('a', '2')).toBe('Sea')
  })

  it('adds path, label set and id until all names differ, trap 28', () => {
    expect(names.nameOf('a', '1.1')).toBe('City/Other')
    expect(names.nameOf('a', '2.1')).toBe('Sea/Other')
    expect(names.nameOf('a', '3')).toBe('Places/Twin')
    expect(names.nameOf('b', '3')).toBe('b/Twin')
    expect(names.nameOf('d', 'z')).toBe('Same (d/z)')
    expect(new Set(names.names).size).toBe(names.names.length)
  })

  it('tells which names are longer than the label', () => {
    expect(names.lengthened).not.toContain('City')
    expect(names.lengthened).toContain('City/Other')
  })

  it('calls a label that the schema does not know by its id', () => {
    expect(names.nameOf('a', 'new')).toBe('new')
  })
})

import { describe, expect, it } from 'vitest'
import { emptySchema, findLabel, type LabelSchema, labelName, speakerOf } from '../src/index.ts'

const schema: LabelSchema = {
  labelSets: [
    { id: 'a', appliesTo: 'text', labels: [{ id: '1', name: 'Person' }] },
    { id: 'b', appliesTo: 'text', labels: [{ id: '1', name: 'Place' }] },
  ],
  questions: [],
}

describe('a label', () => {
  it('is named by its set and its id: two sets may hold equal ids (trap 28)', () => {
    expect(labelName(schema, 'a', '1')).toBe('Person')
    expect(labelName(schema, 'b', '1')).toBe('Place')
  })

  it('that the schema does not know goes by its id', () => {
    expect(findLabel(schema, 'c', '1')).toBeUndefined()
    expect(labelName(schema, 'c', '1')).toBe('1')
    expect(labelName(emptySchema, 'a', 'x')).toBe('x')
  })
})

describe('a speaker', () => {
  it('is the metadata entry of that key', () => {
    const cell = { row: 0, column: 0, text: '' }
    const metadata = [
      { key: 'page', value: '1' },
      { key: 'speaker', value: 'Zoë' },
    ]
    expect(speakerOf({ ...cell, metadata })).toBe('Zoë')
    expect(speakerOf(cell)).toBeUndefined()
  })
})

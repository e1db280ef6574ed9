import { type LabelSchema, validate } from '@labelport/model'
import { describe, expect, it } from 'vitest'
import { mergeSchemas } from '../../src/index.ts'

const setOf = (name: string, ...labels: readonly string[]): LabelSchema => ({
  labelSets: [
    {
      id: '0',
      name,
      appliesTo: 'text',
      labels: labels.map((label, index) => ({ id: String(index), name: label })),
    },
  ],
  questions: [
    {
      id: 'q',
      text: `Which ${name}?`,
      about: { type: 'label', labelSet: '0', label: '0' },
      type: 'date',
    },
  ],
})

function problemsOf(schema: LabelSchema) {
  const rest = { tasks: [], cells: [], media: [], annotations: [], comments: [] }
  return validate({ id: 'd', name: 'd', ...rest, schema })
}

describe('mergeSchemas', () => {
  it('gives one schema back as it is', () => {
    const schema = setOf('plants', 'fern')
    expect(mergeSchemas([schema])).toBe(schema)
    expect(mergeSchemas([])).toEqual({ labelSets: [], questions: [] })
  })

  it('joins sets that agree', () => {
    const merged = mergeSchemas([setOf('plants', 'fern'), setOf('plants', 'fern', 'moss')])
    expect(merged.labelSets).toHaveLength(1)
    expect(merged.labelSets[0]?.labels.map(({ name }) => name)).toEqual(['fern', 'moss'])
    expect(merged.questions).toHaveLength(1)
  })

  it('keeps sets apart that share only an id, also when one comes again', () => {
    const plants = setOf('plants', 'fern')
    const places = setOf('places', 'moor')
    const merged = mergeSchemas([plants, places, places, plants])
    expect(merged.labelSets.map(({ id, name }) => [id, name])).toEqual([
      ['0', 'plants'],
      ['0-2', 'places'],
    ])
    expect(problemsOf(merged)).toEqual([])
  })

  it('keeps sets apart whose labels contradict', () => {
    const merged = mergeSchemas([setOf('plants', 'fern'), setOf('plants', 'moss')])
    expect(merged.labelSets.map(({ id }) => id)).toEqual(['0', '0-2'])
  })

  it('keeps questions apart that share only an id, and leads them to their set', () => {
    const merged = mergeSchemas([setOf('plants', 'fern'), setOf('places', 'moor')])
    expect(merged.questions.map(({ id, about }) => [id, about])).toEqual([
      ['q', { type: 'label', labelSet: '0', label: '0' }],
      ['q-2', { type: 'label', labelSet: '0-2', label: '0' }],
    ])
  })
})

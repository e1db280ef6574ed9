import { emptySchema, type LabelSchema } from '@labelport/model'
import { expect, it } from 'vitest'
import { sharedSchemas } from '../src/read/share-schema.ts'

function schema(name: string, color?: string): LabelSchema {
  const label = color === undefined ? { id: 'a', name } : { id: 'a', name, color }
  return { ...emptySchema, labelSets: [{ id: '0', appliesTo: 'text', labels: [label] }] }
}

it('hands out the first of equal schemas', () => {
  const share = sharedSchemas()
  const first = schema('Fern')
  expect(share(first)).toBe(first)
  expect(share(schema('Fern'))).toBe(first)
})

it('tells schemas apart that differ in a value, a key or the number of labels', () => {
  const share = sharedSchemas()
  for (const other of [
    schema('Fern'),
    schema('Moss'),
    schema('Moss', '#00ff00'),
    { ...schema('Moss', '#00ff00'), labelSets: [] },
    emptySchema,
  ]) {
    expect(share(other)).toEqual(other)
  }
})

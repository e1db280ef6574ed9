import { emptySchema, type LabeledDocument, unknownOrigin } from '@labelport/model'
import { describe, expect, it } from 'vitest'
import { openDirectory } from '../src/worker/directory.ts'

const empty: LabeledDocument = {
  id: 'd',
  name: 'd.txt',
  tasks: ['token'],
  cells: [],
  media: [],
  annotations: [],
  comments: [],
  schema: emptySchema,
}

describe('openDirectory', () => {
  it('finds out that an id and an e-mail are one person, and numbers people without their names', () => {
    const directory = openDirectory()
    const ivy = { name: 'Ivy', email: 'ivy@example.org' }
    const about = { type: 'document' } as const
    directory.learn({ ...empty, comments: [{ id: 'c', text: '', about, by: { id: '12' } }] })
    directory.learn({ ...empty, cabinet: { role: 'labeler', user: ivy } })
    const both = { id: '12', email: 'ivy@example.org' }
    directory.learn({
      ...empty,
      comments: [{ id: 'c', text: '', about, by: both }],
    })
    expect(directory.numberOf({ id: '12' })).toBe(directory.numberOf(ivy))
    expect(directory.user({ id: '12' })).toMatchObject({ name: 'Ivy' })
    directory.usePseudonyms(true)
    expect(directory.user({ id: '12' })).toEqual({ name: 'Labeler 1' })
    const box = { type: 'box', id: 'b', labelSet: 's', label: 'l', shapes: [] } as const
    const judged = { ...unknownOrigin, judge: { name: 'Head Gardener' } }
    directory.numberOf(judged.judge)
    directory.usePseudonyms(true)
    expect(directory.annotation({ ...box, origin: judged }).origin.judge).toEqual({
      name: 'Person 1',
    })
  })
})

import { emptySchema, unknownOrigin } from '@labelport/model'
import { describe, expect, it } from 'vitest'
import type { DocumentPage } from '../src/document-page.ts'
import { openDirectory } from '../src/worker/directory.ts'

const page: DocumentPage = {
  ...{ document: 0, row: 0, pageSize: 1, rows: 0, cells: [], media: [], mentions: {} },
  ...{ annotations: [], comments: [], schema: emptySchema },
}

describe('openDirectory', () => {
  it('finds out that an id and an e-mail are one person, and numbers people without their names', () => {
    const directory = openDirectory()
    const ivy = { name: 'Ivy', email: 'ivy@example.org' }
    directory.learn({ people: [{ id: '12' }] })
    directory.learn({ cabinet: { role: 'labeler', user: ivy }, people: [] })
    directory.learn({ people: [{ id: '12', email: 'ivy@example.org' }] })
    expect(directory.numberOf({ id: '12' })).toBe(directory.numberOf(ivy))
    expect(directory.user({ id: '12' })).toMatchObject({ name: 'Ivy' })
    directory.usePseudonyms(true)
    expect(directory.user({ id: '12' })).toEqual({ name: 'Labeler 1' })
    const box = { type: 'box', id: 'b', labelSet: 's', label: 'l', shapes: [] } as const
    const judged = { ...unknownOrigin, judge: { name: 'Head Gardener' } }
    directory.numberOf(judged.judge)
    directory.usePseudonyms(true)
    const shown = directory.page({ ...page, annotations: [{ ...box, origin: judged }] })
    expect(shown.annotations[0]?.origin.judge).toEqual({ name: 'Person 1' })
  })
})

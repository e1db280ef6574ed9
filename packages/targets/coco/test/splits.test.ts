import { boxOf, corners, imageOf, splitsOf } from '@labelport/format-testing'
import { describe, expect, it } from 'vitest'
import type { CocoFile } from './read-back.ts'
import { written } from './written.ts'

describe('splits', () => {
  it('have files of their own, with ids that count on and the categories of all, and names an empty one', async () => {
    const labels = [{ id: 'n', name: 'New' }]
    const other = { labelSets: [{ id: 'parts', appliesTo: 'box' as const, labels }], questions: [] }
    const points = corners(1, 2, 3, 4)
    const documents = [
      imageOf({ id: 'a', annotations: [boxOf('b', points)] }),
      imageOf({ id: 'b', name: 'b.png', annotations: [boxOf('b', points)] }),
      imageOf({
        id: 'c',
        name: 'c.png',
        schema: other,
        annotations: [boxOf('b', points, { label: 'n' })],
      }),
    ]
    const splits = splitsOf(['train', 'val', 'te:st'], { b: 'te:st' })
    const result = await written(documents, { name: 'ignored' }, { splits })
    const paths = ['annotations/instances_train.json', 'annotations/instances_te_st.json']
    expect(Object.keys(result.files)).toEqual(paths)
    const [train, test] = paths.map((path): CocoFile => JSON.parse(result.files[path] ?? '{}'))
    expect(train?.images.map(({ id, file_name }) => [id, file_name])).toEqual([
      [1, 'bill.jpg'],
      [3, 'c.png'],
    ])
    expect(train?.annotations).toMatchObject([
      { id: 1, image_id: 1, category_id: 2 },
      { id: 3, image_id: 3, category_id: 3 },
    ])
    expect(test?.images.map(({ id, file_name }) => [id, file_name])).toEqual([[2, 'b.png']])
    expect(test?.annotations).toMatchObject([{ id: 2, image_id: 2, category_id: 2 }])
    expect(test?.categories.map(({ name }) => name)).toEqual([
      'Unused',
      'Total: "€" & <b> 😀',
      'New',
    ])
    expect(test?.categories).toEqual(train?.categories)
    expect(result.diagnostics.map(({ message }) => message)).toEqual([
      'Split "val" has no image, so it has no file.',
    ])
  })
})

import {
  answerOf,
  boxOf,
  corners,
  imageOf,
  pdfOf,
  type WrittenTexts,
} from '@labelport/format-testing'
import { unknownOrigin } from '@labelport/model'
import { describe, expect, it } from 'vitest'
import type { CocoFile } from './read-back.ts'
import { written } from './written.ts'

function fileOf({ files }: Pick<WrittenTexts, 'files'>, name = 'annotations.json'): CocoFile {
  return JSON.parse(files[name] ?? '{}')
}

const diamond = [
  { x: 50, y: 10 },
  { x: 90, y: 50 },
  { x: 50, y: 90 },
  { x: 10, y: 50 },
]

describe('COCO', () => {
  it('is what the golden file says', async () => {
    const documents = [
      pdfOf({
        annotations: [
          boxOf('b1', corners(10, 20.5, 110, 60), { page: 1, caption: 'Zoë 😀' }),
          answerOf('a', 'sum', { type: 'annotation', id: 'b1' }, { type: 'number', number: 3 }),
          answerOf('k', 'kind', { type: 'document' }, { type: 'choice', options: ['b'] }),
        ],
      }),
      imageOf({ annotations: [boxOf('b1', diamond)] }),
    ]
    const { files, fates } = await written(documents)
    await expect(files['annotations.json']).toMatchFileSnapshot('../golden/annotations.json')
    expect(fates).toEqual(['answer changed coco/as-attribute 2'])
  })

  it('has one image for each page, also for pages without boxes, traps 58 and 64', async () => {
    const box = boxOf('b', corners(1, 2, 3, 4), { page: 2 })
    const { images, annotations } = fileOf(await written([pdfOf({ annotations: [box] })]))
    expect(images.map(({ id, file_name, page }) => [id, file_name, page])).toEqual([
      [1, 'Łódź-1.png', 0],
      [2, 'Łódź-2.png', 1],
      [3, 'Łódź-3.png', 2],
    ])
    expect(annotations.map(({ image_id }) => image_id)).toEqual([3])
  })

  it('counts from 1, in integers, and computes areas, trap 59', async () => {
    const annotations = [boxOf('x', corners(0, 0, 10.5, 4)), boxOf('y', diamond)]
    const file = fileOf(await written([imageOf({ annotations })]))
    expect(file.categories.map(({ id, name }) => [id, name])).toEqual([
      [1, 'Unused'],
      [2, 'Total: "€" & <b> 😀'],
    ])
    expect(file.annotations).toMatchObject([
      { id: 1, image_id: 1, category_id: 2, bbox: [0, 0, 10.5, 4], area: 42, iscrowd: 0 },
      {
        id: 2,
        bbox: [10, 10, 80, 80],
        area: 3200,
        segmentation: [[50, 10, 90, 50, 50, 90, 10, 50]],
      },
    ])
  })

  it('says where only the box around a rotated area stays, trap 60', async () => {
    const result = await written([imageOf({ annotations: [boxOf('y', diamond)] })], {
      segmentation: 'false',
      name: 'instances_train',
    })
    expect(fileOf(result, 'instances_train.json').annotations).toEqual([
      { id: 1, image_id: 1, category_id: 2, bbox: [10, 10, 80, 80], area: 6400, iscrowd: 0 },
    ])
    expect(result.fates).toEqual(['box changed coco/rotated 1'])
  })

  it('cuts, keeps or drops what reaches beyond the page, trap 61', async () => {
    const annotations = [
      boxOf('over', corners(-10, 50, 30, 120)),
      boxOf('away', corners(300, 10, 400, 20)),
      boxOf('flat', corners(10, 10, 10, 20)),
    ]
    const clamped = await written([imageOf({ annotations })])
    expect(fileOf(clamped).annotations.map(({ bbox }) => bbox)).toEqual([[0, 50, 30, 50]])
    expect(clamped.fates).toEqual([
      'box changed coco/clamped 1',
      'box dropped coco/outside 1',
      'box dropped coco/zero-size 1',
    ])
    const kept = await written([imageOf({ annotations })], { outside: 'keep' })
    expect(fileOf(kept).annotations.map(({ bbox }) => bbox)).toEqual([
      [-10, 50, 40, 70],
      [300, 10, 100, 10],
    ])
    const dropped = await written([imageOf({ annotations })], { outside: 'drop' })
    expect(fileOf(dropped).annotations).toEqual([])
    expect(dropped.fates).toContain('box dropped coco/outside 2')
  })

  it('guesses no size, trap 62', async () => {
    const annotations = [
      boxOf('b', corners(1, 2, 3, 4)),
      answerOf('a', 'sum', { type: 'annotation', id: 'b' }, { type: 'number', number: 3 }),
      answerOf('k', 'kind', { type: 'document' }, { type: 'choice', options: ['b'] }),
    ]
    const { files, fates, codes } = await written([imageOf({ annotations, media: [] })])
    expect(Object.keys(files).length).toBe(0)
    expect(codes).toEqual(['coco/no-size', 'coco/no-images'])
    expect(fates).toEqual(['answer dropped coco/left-out 2', 'box dropped coco/no-size 1'])
  })

  it('makes an annotation of each area of a box and tells what is missing', async () => {
    const points = corners(1, 2, 3, 4)
    const shapes = [0, 2].map((page) => ({ page, points }))
    const annotations = [
      { ...boxOf('two', points), shapes },
      { ...boxOf('part', points), shapes: [...shapes, { page: 7, points }] },
      { ...boxOf('none', points), shapes: [] },
    ]
    const result = await written([pdfOf({ annotations })])
    expect(fileOf(result).annotations.map(({ image_id }) => image_id)).toEqual([1, 1, 3, 3])
    expect(result.fates).toEqual([
      'box changed coco/box-split 1',
      'box changed coco/part-lost 1',
      'box dropped coco/no-shape 1',
    ])
  })

  it('holds answers once and nothing that is no area', async () => {
    const about = { type: 'annotation', id: 'b' } as const
    const annotations = [
      boxOf('b', corners(1, 2, 3, 4)),
      answerOf('first', 'sum', about, { type: 'number', number: 3 }),
      answerOf('second', 'sum', about, { type: 'number', number: 4 }),
      answerOf('row', 'sum', { type: 'row', row: 0 }, { type: 'number', number: 4 }),
    ]
    const cells = [{ row: 0, column: 0, text: 'read text' }]
    const comments = [{ id: 'c', text: 'really?', about: { type: 'document' } }] as const
    const result = await written([imageOf({ annotations, cells, comments })])
    expect(fileOf(result).annotations[0]?.attributes).toEqual({ Sum: 3 })
    expect(result.fates).toEqual([
      'answer changed coco/as-attribute 1',
      'answer dropped coco/no-place 1',
      'answer dropped coco/second-answer 1',
      'cell dropped coco/no-place 1',
      'comment dropped coco/no-place 1',
    ])
  })

  it('learns nothing from conflicts, rejected boxes and untouched uploads, traps 32 and 34', async () => {
    const points = corners(1, 2, 3, 4)
    const annotations = [
      boxOf('c', points, { origin: { by: 'conflict' } }),
      boxOf('r', points, { origin: { by: 'labeler', verdict: 'rejected' } }),
    ]
    const root = imageOf({ annotations: [boxOf('b', points)], cabinet: { role: 'root' } })
    const { files, fates, codes } = await written([imageOf({ annotations }), root])
    expect(fates).toEqual([
      'box dropped coco/rejected 1',
      'box dropped coco/root-copy 1',
      'box dropped coco/unresolved 1',
    ])
    expect(codes).toEqual(['coco/root-copy'])
    expect(fileOf({ files }).images).toHaveLength(1)
    const included = await written([imageOf({ annotations })], { unresolved: 'include' })
    expect(fileOf(included).annotations).toHaveLength(2)
  })

  it('names images apart and says which, traps 53 and 54', async () => {
    const names = ['a.jpg', 'A.png', 'dir/b?.jpg']
    const documents = names.map((name, index) => imageOf({ id: `d${index}`, name }))
    const result = await written(documents)
    expect(fileOf(result).images.map(({ file_name }) => file_name)).toEqual([
      'a.jpg',
      'A (2).png',
      'dir_b_.jpg',
    ])
    expect(result.codes).toEqual(['coco/image-renamed', 'coco/image-renamed'])
  })

  it('never writes who labeled', async () => {
    const user = { name: 'Zoë Example', email: 'zoe@example.org' }
    const annotations = [boxOf('b', corners(1, 2, 3, 4), { origin: { by: 'labeler', user } })]
    const cabinet = { role: 'labeler', user } as const
    const { files } = await written([imageOf({ annotations, cabinet })])
    expect(files['annotations.json']).not.toMatch(/zoe|Example/i)
  })

  it('keeps one numbering when schemas of projects differ', async () => {
    const labels = [{ id: 'n', name: 'New' }]
    const other = { labelSets: [{ id: 'parts', appliesTo: 'box' as const, labels }], questions: [] }
    const box = boxOf('b', corners(1, 2, 3, 4), { label: 'n', origin: unknownOrigin })
    const documents = [
      imageOf(),
      imageOf({ id: 'd2', name: 'c.png', schema: other, annotations: [box] }),
    ]
    const { categories, annotations } = fileOf(await written(documents))
    expect(categories.map(({ name }) => name)).toEqual(['Unused', 'Total: "€" & <b> 😀', 'New'])
    expect(annotations[0]?.category_id).toBe(3)
  })

  it('keeps names of a schema apart', async () => {
    const labels = [
      { id: 'a', name: 'Same' },
      { id: 'b', name: 'Same' },
    ]
    const twice = { labelSets: [{ id: 'parts', appliesTo: 'box' as const, labels }], questions: [] }
    const { codes } = await written([imageOf({ schema: twice })])
    expect(codes).toEqual(['coco/class-lengthened', 'coco/class-lengthened'])
  })
})

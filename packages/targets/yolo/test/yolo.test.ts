import { answerOf, boxOf, corners, imageOf, pdfOf } from '@labelport/format-testing'
import { describe, expect, it } from 'vitest'
import { written } from './written.ts'

const triangle = [
  { x: 50, y: 10 },
  { x: 90, y: 50 },
  { x: 10, y: 50 },
]

describe('YOLO', () => {
  it('is what the golden files say', async () => {
    const documents = [
      pdfOf({ annotations: [boxOf('b1', corners(10, 20.5, 110, 60), { page: 1 })] }),
      imageOf({ annotations: [boxOf('b2', corners(0, 0, 200, 100)), boxOf('b3', triangle)] }),
    ]
    const { files, fates } = await written(documents)
    const text = [...files].map(([path, content]) => `== ${path}\n${content}`).join('')
    await expect(text).toMatchFileSnapshot('../golden/folder.txt')
    expect(fates).toEqual(['box changed yolo/rotated 1'])
  })

  it('writes an empty file for a page without boxes, trap 64', async () => {
    const { files } = await written([pdfOf()])
    expect([...files].filter(([path]) => path.startsWith('labels/'))).toEqual([
      ['labels/train/Łódź-1.txt', ''],
      ['labels/train/Łódź-2.txt', ''],
      ['labels/train/Łódź-3.txt', ''],
    ])
  })

  it('writes polygons for segmentation, trap 60', async () => {
    const { files, fates } = await written([imageOf({ annotations: [boxOf('b', triangle)] })], {
      shape: 'polygon',
    })
    expect(files.get('labels/train/bill.txt')).toBe('1 0.25 0.1 0.45 0.5 0.05 0.5\n')
    expect(fates).toEqual([])
  })

  it('writes numbers from 0 to 1 and never anything else, traps 61 and 63', async () => {
    const annotations = [
      boxOf('over', corners(-10, 50, 30, 120)),
      boxOf('third', corners(0, 0, 200 / 3, 1e-5)),
      boxOf('flat', corners(10, 10, 10, 20)),
      boxOf('away', corners(-10, -10, -1, -1)),
      boxOf('odd', [{ x: Number.NaN, y: 0 }]),
    ]
    const { files, fates } = await written([imageOf({ annotations })])
    expect(files.get('labels/train/bill.txt')).toBe(
      '1 0.075 0.75 0.15 0.5\n1 0.16666667 0.00000005 0.33333333 0.0000001\n',
    )
    expect(fates).toEqual([
      'box changed yolo/clamped 1',
      'box dropped yolo/no-shape 1',
      'box dropped yolo/outside 1',
      'box dropped yolo/zero-size 1',
    ])
    const dropped = await written([imageOf({ annotations })], { outside: 'drop' })
    expect(dropped.fates).toContain('box dropped yolo/outside 2')
  })

  it('refuses to normalise without a size, trap 62', async () => {
    const annotations = [boxOf('b', corners(1, 2, 3, 4))]
    const media = [{ type: 'image', pages: [{ index: 0, width: 0, height: 0 }] }] as const
    const { files, fates, codes } = await written([imageOf({ annotations, media })])
    expect(files.size).toBe(0)
    expect(codes).toEqual(['yolo/no-size', 'yolo/no-images'])
    expect(fates).toEqual(['box dropped yolo/no-size 1'])
  })

  it.each(['valid', 'validation', 'dev', 'val'])(
    'calls the split %s val, trap 65',
    async (split) => {
      const { files } = await written([imageOf()], { split })
      expect([...files.keys()]).toEqual(['labels/val/bill.txt', 'data.yaml', 'images-val.tsv'])
      expect(files.get('data.yaml')).toContain('\nval: images/val\n')
    },
  )

  it('lists all classes of the schema in every split, in its order, trap 65', async () => {
    const { files } = await written([imageOf()])
    expect(files.get('data.yaml')).toBe(
      'train: images/train\nval: images/val\ntest: images/test\nnames:\n  0: "Unused"\n  1: "Total: \\"€\\" & <b> 😀"\n',
    )
    const none = await written([imageOf({ schema: { labelSets: [], questions: [] } })])
    expect(none.files.get('data.yaml')).toContain('names: {}\n')
  })

  it('never lets a class name end a line of YAML', async () => {
    const labels = [{ id: 'x', name: 'a\u0085b\u2028c\nd' }]
    const schema = {
      labelSets: [{ id: 'parts', appliesTo: 'box' as const, labels }],
      questions: [],
    }
    const { files } = await written([imageOf({ schema })])
    expect(files.get('data.yaml')).toContain('  0: "a\\u0085b\\u2028c\\nd"\n')
  })

  it('says which image belongs where', async () => {
    const documents = [imageOf({ name: 'a.jpg' }), imageOf({ id: 'd2', name: 'a.png' })]
    const { files, codes } = await written(documents)
    expect(files.get('images-train.tsv')).toBe(
      'image\tdocument\tpage\nimages/train/a.jpg\ta.jpg\t1\nimages/train/a (2).png\ta.png\t1\n',
    )
    expect(codes).toEqual(['yolo/image-renamed'])
  })

  it('drops what it has no place for, conflicts and untouched uploads', async () => {
    const points = corners(1, 2, 3, 4)
    const annotations = [
      boxOf('c', points, { origin: { by: 'conflict' } }),
      boxOf('two', points, { shapes: [0, 0].map((page) => ({ page, points })) }),
      answerOf('k', 'kind', { type: 'document' }, { type: 'choice', options: ['b'] }),
    ]
    const root = imageOf({ annotations: [boxOf('b', points)], cabinet: { role: 'root' } })
    const { fates } = await written([imageOf({ annotations }), root])
    expect(fates).toEqual([
      'answer dropped yolo/no-place 1',
      'box changed yolo/box-split 1',
      'box dropped yolo/root-copy 1',
      'box dropped yolo/unresolved 1',
    ])
  })
})

import { answerOf, boxOf, corners, imageOf, pdfOf, splitsOf } from '@labelport/format-testing'
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
    const text = Object.entries(files)
      .map(([path, content]) => `== ${path}\n${content}`)
      .join('')
    await expect(text).toMatchFileSnapshot('../golden/folder.txt')
    expect(fates).toEqual(['box changed yolo/rotated 1'])
  })

  it('writes an empty file for a page without boxes, trap 64', async () => {
    const { files } = await written([pdfOf()])
    expect(Object.entries(files).filter(([path]) => path.startsWith('labels/'))).toEqual([
      ['labels/train/Łódź-1.txt', ''],
      ['labels/train/Łódź-2.txt', ''],
      ['labels/train/Łódź-3.txt', ''],
    ])
  })

  it('writes polygons for segmentation, trap 60', async () => {
    const { files, fates } = await written([imageOf({ annotations: [boxOf('b', triangle)] })], {
      shape: 'polygon',
    })
    expect(files['labels/train/bill.txt']).toBe('1 0.25 0.1 0.45 0.5 0.05 0.5\n')
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
    expect(files['labels/train/bill.txt']).toBe(
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
    expect(Object.keys(files).length).toBe(0)
    expect(codes).toEqual(['yolo/no-size', 'yolo/no-images'])
    expect(fates).toEqual(['box dropped yolo/no-size 1'])
  })

  it.each(['valid', 'validation', 'dev', 'val'])(
    'calls the split %s val, trap 65',
    async (split) => {
      const { files } = await written([imageOf()], { split })
      expect(Object.keys(files)).toEqual(['labels/val/bill.txt', 'data.yaml', 'images-val.tsv'])
      expect(files['data.yaml']).toContain('\nval: images/val\n')
    },
  )

  it('lists all classes of the schema in every split, in its order, trap 65', async () => {
    const { files } = await written([imageOf()])
    expect(files['data.yaml']).toBe(
      'train: images/train\nval: images/val\ntest: images/test\nnames:\n  0: "Unused"\n  1: "Total: \\"€\\" & <b> 😀"\n',
    )
    const none = await written([imageOf({ schema: { labelSets: [], questions: [] } })])
    expect(none.files['data.yaml']).toContain('names: {}\n')
  })

  it('never lets a class name end a line of YAML', async () => {
    const labels = [{ id: 'x', name: 'a\u0085b\u2028c\nd' }]
    const schema = {
      labelSets: [{ id: 'parts', appliesTo: 'box' as const, labels }],
      questions: [],
    }
    const { files } = await written([imageOf({ schema })])
    expect(files['data.yaml']).toContain('  0: "a\\u0085b\\u2028c\\nd"\n')
  })

  it('says which image belongs where', async () => {
    const documents = [imageOf({ name: 'a.jpg' }), imageOf({ id: 'd2', name: 'a.png' })]
    const { files, codes } = await written(documents)
    expect(files['images-train.tsv']).toBe(
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

  it('has folders for each split, one of them val, and says what data.yaml does not name', async () => {
    const documents = ['a', 'b', 'c', 'd'].map((id) => imageOf({ id, name: `${id}.png` }))
    const names = ['train', 'dev', 'validation', 'gold'] as const
    const splits = splitsOf(names, { b: 'dev', c: 'validation', d: 'gold' })
    const { files, codes, diagnostics } = await written(documents, { split: 'ignored' }, { splits })
    expect(Object.keys(files)).toEqual([
      'labels/train/a.txt',
      'labels/val/b.txt',
      'labels/validation/c.txt',
      'labels/gold/d.txt',
      'data.yaml',
      'images-train.tsv',
      'images-val.tsv',
      'images-validation.tsv',
      'images-gold.tsv',
    ])
    expect(files['data.yaml']).toMatch(/^train: images\/train\nval: images\/val\nnames:\n/)
    expect(files['images-val.tsv']).toBe('image\tdocument\tpage\nimages/val/b.png\tb.png\t1\n')
    expect(codes).toEqual(['yolo/split-other', 'yolo/split-other'])
    expect(diagnostics[0]?.message).toContain('"validation"')
  })

  it('leaves val to the split of that name, and numbers classes alike in all splits', async () => {
    const labels = [{ id: 'n', name: 'New' }]
    const schema = {
      labelSets: [{ id: 'parts', appliesTo: 'box' as const, labels }],
      questions: [],
    }
    const documents = [
      imageOf({ id: 'a', annotations: [boxOf('b', corners(0, 0, 200, 100))] }),
      imageOf({
        id: 'b',
        name: 'b.png',
        schema,
        annotations: [boxOf('b', corners(0, 0, 200, 100), { label: 'n' })],
      }),
      imageOf({ id: 'c', name: 'c.png' }),
    ]
    const splits = splitsOf(['dev', 'val', 'test'], { b: 'val', c: 'test' })
    const { files, codes } = await written(documents, {}, { splits })
    expect(files['labels/dev/bill.txt']).toBe('1 0.5 0.5 1 1\n')
    expect(files['labels/val/b.txt']).toBe('2 0.5 0.5 1 1\n')
    expect(files['data.yaml']).toContain('test: images/test\n')
    expect(files['data.yaml']).toContain('  2: "New"\n')
    expect(codes).toEqual(['yolo/split-needed', 'yolo/split-other'])
  })

  it('names an empty split and says that there is no training without it', async () => {
    const { codes, diagnostics } = await written(
      [imageOf()],
      {},
      {
        splits: splitsOf(['train', 'dev', 'test'], {}),
      },
    )
    expect(codes).toEqual(['yolo/split-empty', 'yolo/split-empty', 'yolo/split-needed'])
    expect(diagnostics[0]?.message).toBe('Split "dev" has no image, so it has no folder.')
  })
})

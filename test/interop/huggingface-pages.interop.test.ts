import { beforeAll, describe, expect, it } from 'vitest'
import { huggingface } from '../../packages/targets/huggingface/src/index.ts'
import { type LoadedCases, loadCases } from './huggingface-cases.ts'
import type { LoadedFolder } from './load-folders.ts'
import { check, hasPython } from './python.ts'
import { scan } from './tables.ts'
import { writeFolder } from './write-folder.ts'

const cases = {
  boxes: { documents: scan },
  boxJson: { documents: scan, options: { files: 'jsonl' } },
} as const

describe.skipIf(!hasPython)('huggingface × datasets, pages and boxes', () => {
  let loaded: LoadedCases<keyof typeof cases>

  beforeAll(async () => {
    loaded = await loadCases(cases)
  })

  it.for(['boxes', 'boxJson'] as const)('loads %s with their categories', (name) => {
    const { features, rows, streamed } = loaded.split(name)
    expect(features.objects).toEqual([
      {
        fields: {
          bbox: ['float64'],
          category: { classes: ['Total', 'Größe 😀'] },
          polygon: ['float64'],
          caption: 'string',
          answers: 'string',
        },
      },
    ])
    expect(streamed).toEqual(rows)
    expect(rows.map(({ page, objects }) => [page, objects])).toEqual([
      [0, []],
      [
        1,
        [
          {
            bbox: [10, 20.5, 100, 39.5],
            category: 1,
            polygon: [10, 20.5, 110, 20.5, 110, 60, 10, 60],
            caption: 'Zoë 😀',
            answers: null,
          },
        ],
      ],
    ])
  })
})

interface ImageFolder {
  /** What the script says before the images are there. */
  readonly missing: string | null
  readonly splits: LoadedFolder
}

/** The library keeps metadata files in a set, so rows of several files come in any order. */
function byId(rows: readonly Readonly<Record<string, unknown>>[] = []) {
  return [...rows].sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1))
}

describe.skipIf(!hasPython)('huggingface × datasets, image folders', () => {
  it.for([{ files: 'parquet' }, { files: 'jsonl' }, { files: 'parquet', shardRows: 1 }])(
    'opens the images beside their boxes: %o',
    async (options) => {
      const format = huggingface.configure?.({ task: 'image-folder', ...options }) ?? huggingface
      const { folder } = await writeFolder(format, scan)
      const images = ['scan-1.png', 'scan-2.png']
      // The script prints this shape; a mistake in it fails the first comparison.
      const { missing, splits } = (await check(
        'load_image_folder.py',
        folder,
        ...images,
      )) as ImageFolder
      expect(missing).toContain('2 images are missing')
      expect(missing).toContain('train/00000/scan-1.png')
      const { train } = splits
      expect(Object.entries(train?.features ?? {}).slice(0, 3)).toEqual([
        ['id', 'string'],
        ['image', 'image'],
        ['document', 'string'],
      ])
      expect(train?.features.objects).toMatchObject([
        { fields: { category: { classes: ['Total', 'Größe 😀'] } } },
      ])
      expect(byId(train?.rows)).toMatchObject([
        { id: 'scan:0', image: { size: [6, 8], pixel: [0, 0, 255] }, page: 0, objects: [] },
        {
          id: 'scan:1',
          image: { size: [6, 8], pixel: [1, 0, 255] },
          page: 1,
          objects: [{ bbox: [10, 20.5, 100, 39.5], category: 1, caption: 'Zoë 😀', answers: null }],
        },
      ])
      expect(byId(train?.streamed)).toEqual(byId(train?.rows))
      expect(train?.sameByScript).toBe(true)
    },
  )

  it('opens splits of which one has no box at all', async () => {
    const format = huggingface.configure?.({ task: 'image-folder' }) ?? huggingface
    const without = scan.map((one) => ({ ...one, id: 'bare', name: 'bare.pdf', annotations: [] }))
    const { folder } = await writeFolder(format, [...without, ...scan], {
      splits: { names: ['train', 'test'], of: ({ id }) => (id === 'bare' ? 'train' : 'test') },
    })
    const images = ['bare-1.png', 'bare-2.png', 'scan-1.png', 'scan-2.png']
    const { splits } = (await check('load_image_folder.py', folder, ...images)) as ImageFolder
    expect(splits.train?.rows.map(({ id, objects }) => [id, objects])).toEqual([
      ['bare:0', []],
      ['bare:1', []],
    ])
    expect(splits.test?.rows.map(({ id }) => id)).toEqual(['scan:0', 'scan:1'])
    expect(splits.test?.features).toEqual(splits.train?.features)
    expect(splits.test?.streamed).toEqual(splits.test?.rows)
  })
})

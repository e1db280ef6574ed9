import { type Box, type LabeledDocument, type Point, unknownOrigin } from '@labelport/model'
import { beforeAll, describe, expect, it } from 'vitest'
import { coco } from '../../packages/targets/coco/src/index.ts'
import { pascalVoc } from '../../packages/targets/pascal-voc/src/index.ts'
import { yolo } from '../../packages/targets/yolo/src/index.ts'
import { textDocument } from './documents.ts'
import { check, hasPython } from './python.ts'
import { writeFolder } from './write-folder.ts'

type Found = readonly [image: string, label: string, numbers: readonly number[]]

interface Reading {
  readonly coco: {
    readonly scores: Readonly<Record<string, number>>
    readonly images: Readonly<Record<string, readonly number[]>>
    readonly classes: readonly string[]
    readonly boxes: readonly Found[]
    readonly pixels: readonly number[]
    readonly attributes: readonly unknown[]
  }
  readonly yolo: {
    readonly classes: readonly string[]
    readonly folders: readonly string[]
    readonly boxes: readonly Found[]
  }
  readonly voc: { readonly images: number; readonly boxes: readonly Found[] }
}

const names = ['Unused', 'Total: "€" & <b> 😀', "Seal's\tplace"]
const [, total = '', seal = ''] = names

const schema = {
  labelSets: [
    {
      id: 'parts',
      appliesTo: 'box' as const,
      labels: names.map((name, index) => ({ id: String(index), name })),
    },
  ],
  questions: [],
}

function corners(left: number, top: number, right: number, bottom: number): readonly Point[] {
  return [
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ]
}

function box(id: string, label: string, points: readonly Point[], page = 0): Box {
  const shapes = [{ page, points }]
  return { type: 'box', id, labelSet: 'parts', label, shapes, origin: unknownOrigin }
}

const pages = [0, 1].map((index) => ({ index, width: 600, height: 800 }))

const documents: readonly LabeledDocument[] = [
  textDocument('pages', {
    name: 'Łódź.pdf',
    tasks: ['box'],
    schema,
    cells: [],
    media: [{ type: 'pdf', pages }],
    annotations: [{ ...box('1', '1', corners(10, 20.5, 110, 60), 1), caption: 'Zoë 😀' }],
  }),
  textDocument('image', {
    name: 'bill & co.jpg',
    tasks: ['box'],
    schema,
    cells: [],
    media: [{ type: 'image', pages: [{ index: 0, width: 200, height: 100 }] }],
    annotations: [
      box('1', '1', corners(-10, 50, 30, 120)),
      box('2', '2', [
        { x: 100, y: 10 },
        { x: 140, y: 50 },
        { x: 100, y: 90 },
        { x: 60, y: 50 },
      ]),
    ],
  }),
]

let reading: Reading

async function read(): Promise<void> {
  const folders: string[] = []
  for (const target of [coco, yolo, pascalVoc]) {
    folders.push((await writeFolder(target, documents)).folder)
  }
  // The script prints this shape; a mistake in it fails the first comparison.
  reading = (await check('read_boxes.py', ...folders)) as Reading
}

const boxes: readonly Found[] = [
  ['Łódź-2.png', total, [10, 20.5, 100, 39.5]],
  ['bill & co.jpg', total, [0, 50, 30, 50]],
  ['bill & co.jpg', seal, [60, 10, 80, 80]],
]

describe.skipIf(!hasPython)('coco × pycocotools', () => {
  beforeAll(read)

  it('gives every image, class, box and caption', () => {
    expect(reading.coco).toMatchObject({ classes: names, boxes })
    expect(reading.coco.images).toEqual({
      'Łódź-1.png': [600, 800],
      'Łódź-2.png': [600, 800],
      'bill & co.jpg': [200, 100],
    })
    expect(reading.coco.attributes).toEqual([{ caption: 'Zoë 😀' }, null, null])
  })

  it('gives masks of the polygons, not of the boxes around them, trap 60', () => {
    const [upright = 0, cut = 0, diamond = 0] = reading.coco.pixels
    expect(cut).toBe(30 * 50)
    expect(Math.abs(upright - 3950)).toBeLessThanOrEqual(100)
    expect(Math.abs(diamond - 3200)).toBeLessThanOrEqual(100)
  })

  it('scores 1 against itself', () => {
    expect(reading.coco.scores).toEqual({ bbox: 1, segm: 1 })
  })
})

describe.skipIf(!hasPython)('yolo × rules of Ultralytics', () => {
  beforeAll(read)

  it('gives the boxes that COCO gives, for every image of the list', () => {
    expect(reading.yolo).toEqual({
      classes: names,
      folders: ['images/train', 'images/val', 'images/test'],
      boxes,
    })
  })
})

describe.skipIf(!hasPython)('pascal-voc × ElementTree', () => {
  beforeAll(read)

  it('gives the edges in whole pixels from 1', () => {
    expect(reading.voc).toEqual({
      images: 3,
      boxes: [
        ['Łódź-2.png', total, [11, 22, 110, 60]],
        ['bill & co.jpg', total, [1, 51, 30, 100]],
        ['bill & co.jpg', seal, [61, 11, 140, 90]],
      ],
    })
  })
})

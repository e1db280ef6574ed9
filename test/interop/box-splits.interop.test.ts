import { boxOf, corners, imageOf, splitsOf } from '@labelport/format-testing'
import { beforeAll, describe, expect, it } from 'vitest'
import { coco } from '../../packages/targets/coco/src/index.ts'
import { pascalVoc } from '../../packages/targets/pascal-voc/src/index.ts'
import { yolo } from '../../packages/targets/yolo/src/index.ts'
import { check, hasPython } from './python.ts'
import { writeFolder } from './write-folder.ts'

interface CocoSplit {
  readonly images: Readonly<Record<string, number>>
  readonly categories: Readonly<Record<string, number>>
  readonly boxes: readonly (readonly [image: string, label: string])[]
}

/** By split and image. */
type Images<Box> = Readonly<Record<string, Readonly<Record<string, readonly Box[]>>>>
type ImportedBox = readonly [label: string, edges: readonly number[]]

interface Reading {
  readonly coco: Readonly<Record<string, CocoSplit>>
  readonly cocoImported: Images<ImportedBox>
  readonly yolo: Images<string>
  readonly yoloImported: Images<ImportedBox>
  readonly voc: Readonly<Record<string, readonly string[]>>
}

const size = [200, 100] as const

function schemaOf(...names: readonly string[]) {
  const labels = names.map((name) => ({ id: name, name }))
  return { labelSets: [{ id: 'parts', appliesTo: 'box' as const, labels }], questions: [] }
}

const documents = ['a', 'b', 'c', 'd'].map((id) => {
  // The class "Late" comes up in the last split only.
  const schema = id === 'd' ? schemaOf('Late', 'Seal') : schemaOf('Total', 'Seal')
  const label = id === 'd' ? 'Late' : 'Seal'
  const annotations = id === 'c' ? [] : [boxOf('b', corners(20, 10, 120, 60), { label })]
  return imageOf({ id, name: `${id}.png`, schema, annotations })
})

const splits = splitsOf(['train', 'dev', 'test'], { b: 'dev', d: 'test' })

const edges = [20, 10, 100, 50]

let reading: Reading
let read: Promise<unknown> | undefined

/** Once for all groups of tests. */
async function readOnce(): Promise<void> {
  read ??= writeAndRead()
  // The script prints this shape; a mistake in it fails the first comparison.
  reading = (await read) as Reading
}

async function writeAndRead(): Promise<unknown> {
  const folders: string[] = []
  for (const target of [coco, yolo, pascalVoc]) {
    folders.push((await writeFolder(target, documents, { splits })).folder)
  }
  return check('read_box_splits.py', ...folders, JSON.stringify(size))
}

describe.skipIf(!hasPython)('coco splits × pycocotools', () => {
  beforeAll(readOnce)

  it('gives the images and boxes of each split, and one list of categories', () => {
    const categories = { Total: 1, Seal: 2, Late: 3 }
    expect(reading.coco).toEqual({
      train: { images: { 'a.png': 1, 'c.png': 3 }, categories, boxes: [['a.png', 'Seal']] },
      dev: { images: { 'b.png': 2 }, categories, boxes: [['b.png', 'Seal']] },
      test: { images: { 'd.png': 4 }, categories, boxes: [['d.png', 'Late']] },
    })
  })
})

describe.skipIf(!hasPython)('coco splits × datumaro', () => {
  beforeAll(readOnce)

  it('gives the splits as subsets', () => {
    expect(reading.cocoImported).toEqual({
      train: { a: [['Seal', edges]], c: [] },
      dev: { b: [['Seal', edges]] },
      test: { d: [['Late', edges]] },
    })
  })
})

describe.skipIf(!hasPython)('yolo splits × rules of Ultralytics', () => {
  beforeAll(readOnce)

  it('gives folders that data.yaml names, val among them', () => {
    expect(reading.yolo).toEqual({
      train: { 'a.png': ['Seal'], 'c.png': [] },
      val: { 'b.png': ['Seal'] },
      test: { 'd.png': ['Late'] },
    })
  })
})

describe.skipIf(!hasPython)('yolo splits × datumaro', () => {
  beforeAll(readOnce)

  it('gives the labeled images of each split', () => {
    expect(reading.yoloImported).toEqual({
      train: { a: [['Seal', edges]], c: [] },
      val: { b: [['Seal', edges]] },
      test: { d: [['Late', edges]] },
    })
  })
})

describe.skipIf(!hasPython)('pascal-voc splits × Python', () => {
  beforeAll(readOnce)

  it('gives a list for each split beside one folder of annotations', () => {
    expect(reading.voc).toEqual({ train: ['a', 'c'], dev: ['b'], test: ['d'] })
  })
})

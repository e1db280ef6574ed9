import { answerOf, boxOf, corners, imageOf, pdfOf, splitsOf } from '@labelport/format-testing'
import { describe, expect, it } from 'vitest'
import { numberIn, textIn } from './read-back.ts'
import { written } from './written.ts'

async function edgesOf(
  [left, top, right, bottom]: readonly [number, number, number, number],
  options: Readonly<Record<string, string>> = {},
) {
  const document = imageOf({ annotations: [boxOf('b', corners(left, top, right, bottom))] })
  const { files, fates } = await written([document], options)
  const xml = files['Annotations/bill.xml'] ?? ''
  const edges = ['xmin', 'ymin', 'xmax', 'ymax'].map((edge) => numberIn(xml, edge))
  return { edges, fates }
}

describe('Pascal VOC', () => {
  it('is what the golden files say', async () => {
    const documents = [
      pdfOf({ annotations: [boxOf('b1', corners(10, 20.5, 110, 60), { page: 1 })] }),
      imageOf({ annotations: [boxOf('b2', corners(0, 0, 200, 100))] }),
    ]
    const { files, fates } = await written(documents)
    const text = Object.entries(files)
      .map(([path, content]) => `== ${path}\n${content}`)
      .join('')
    await expect(text).toMatchFileSnapshot('../golden/folder.txt')
    expect(fates).toEqual(['box changed pascal-voc/rounded 1'])
  })

  it('counts pixels from 1 with the last inside, or edges from 0', async () => {
    expect(await edgesOf([0, 0, 200, 100])).toEqual({ edges: [1, 1, 200, 100], fates: [] })
    expect(await edgesOf([0, 0, 200, 100], { origin: '0' })).toEqual({
      edges: [0, 0, 200, 100],
      fates: [],
    })
  })

  it('rounds by the rule it is given and counts it, trap 63', async () => {
    const edges = [1.4, 1.6, 7.4, 7.6] as const
    const fates = ['box changed pascal-voc/rounded 1']
    expect(await edgesOf(edges)).toEqual({ edges: [2, 3, 7, 8], fates })
    expect(await edgesOf(edges, { rounding: 'outward' })).toEqual({ edges: [2, 2, 8, 8], fates })
    expect(await edgesOf(edges, { rounding: 'none', origin: '0' })).toEqual({ edges, fates: [] })
    expect(await edgesOf([3.1, 3.1, 3.2, 3.2])).toEqual({ edges: [4, 4, 4, 4], fates })
  })

  it('keeps any class name, escaped', async () => {
    const labels = [{ id: 't', name: '<a> & "b"\n\u0001\ud800 😀' }]
    const schema = {
      labelSets: [{ id: 'parts', appliesTo: 'box' as const, labels }],
      questions: [],
    }
    const document = imageOf({ schema, annotations: [boxOf('b', corners(1, 2, 3, 4))] })
    const xml = (await written([document])).files['Annotations/bill.xml'] ?? ''
    expect(xml).toContain('<name>&lt;a&gt; &amp; "b"&#10;\\u0001\\ud800 😀</name>')
    expect(textIn(xml, 'name')).toBe('<a> & "b"\n\\u0001\\ud800 😀')
  })

  it('has a file for every page, also without boxes, traps 58 and 64', async () => {
    const { files } = await written([pdfOf(), imageOf()], { split: 'val' })
    expect(Object.keys(files)).toEqual([
      'Annotations/Łódź-1.xml',
      'Annotations/Łódź-2.xml',
      'Annotations/Łódź-3.xml',
      'Annotations/bill.xml',
      'ImageSets/Main/val.txt',
    ])
    expect(files['ImageSets/Main/val.txt']).toBe('Łódź-1\nŁódź-2\nŁódź-3\nbill\n')
    expect(files['Annotations/bill.xml']).not.toContain('<object>')
  })

  it('lists the images of each split beside one folder of annotations, and names an empty split', async () => {
    const splits = splitsOf(['train', 'val', 'test'], { b: 'test' })
    const documents = ['a', 'b', 'c'].map((id) => imageOf({ id, name: 'bill.jpg' }))
    const { files, diagnostics } = await written(documents, { split: 'ignored' }, { splits })
    expect(Object.keys(files)).toEqual([
      'Annotations/bill.xml',
      'Annotations/bill (2).xml',
      'Annotations/bill (3).xml',
      'ImageSets/Main/train.txt',
      'ImageSets/Main/test.txt',
    ])
    expect(files['ImageSets/Main/train.txt']).toBe('bill\nbill (3)\n')
    expect(files['ImageSets/Main/test.txt']).toBe('bill (2)\n')
    expect(
      diagnostics.filter(({ severity }) => severity !== 'info').map(({ message }) => message),
    ).toEqual(['Split "val" has no image, so it has no list.'])
  })

  it('says what only a box cannot hold, traps 60 to 62', async () => {
    const points = corners(1, 2, 3, 4)
    const annotations = [
      boxOf('turned', [
        { x: 50, y: 10 },
        { x: 90, y: 50 },
        { x: 50, y: 90 },
        { x: 10, y: 50 },
      ]),
      boxOf('over', corners(-10, 50, 30, 120)),
      boxOf('flat', corners(10, 10, 10, 20)),
      boxOf('unknown', points, { page: 4 }),
      boxOf('two', points, { shapes: [0, 0].map((page) => ({ page, points })) }),
      boxOf('r', points, { origin: { by: 'labeler', verdict: 'rejected' } }),
      answerOf('k', 'kind', { type: 'document' }, { type: 'choice', options: ['b'] }),
    ]
    const root = imageOf({ annotations: [boxOf('b', points)], cabinet: { role: 'root' } })
    const { fates, codes } = await written([imageOf({ annotations }), root])
    expect(fates).toEqual([
      'answer dropped pascal-voc/no-place 1',
      'box changed pascal-voc/box-split 1',
      'box changed pascal-voc/clamped 1',
      'box changed pascal-voc/rotated 1',
      'box dropped pascal-voc/no-size 1',
      'box dropped pascal-voc/rejected 1',
      'box dropped pascal-voc/root-copy 1',
      'box dropped pascal-voc/zero-size 1',
    ])
    expect(codes).toEqual(['pascal-voc/no-size', 'pascal-voc/root-copy'])
  })

  it('writes nothing when there is nothing, and says so', async () => {
    const { files, codes } = await written([])
    expect(Object.entries(files)).toEqual([])
    expect(codes).toEqual(['pascal-voc/no-images'])
  })
})

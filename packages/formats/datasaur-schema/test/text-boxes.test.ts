import type { Box, LabeledDocument } from '@labelport/model'
import { textOf } from '@labelport/model'
import { describe, expect, it } from 'vitest'
import { fixture } from './fixtures.ts'
import { readFile, writeFile } from './round-trip.ts'

const boxesIn = ({ annotations }: LabeledDocument) =>
  annotations.filter((one): one is Box => one.type === 'box')

describe('boxes around text', () => {
  it('tell page, corners and the text in them, which may cross rows', async () => {
    const { document, diagnostics } = await readFile(fixture('text-boxes.json'))
    const boxes = boxesIn(document)
    expect(boxes.map(({ target }) => target && textOf(document.cells, target))).toEqual([
      'Summe',
      '12,50 € 😀',
      '😀\nשלום קפה',
      undefined,
      'קפה',
    ])
    expect(boxes[0]).toMatchObject({ labelSet: 'text-boxes', label: 'text', shapes: [{ page: 0 }] })
    expect(document.comments).toMatchObject([{ about: { type: 'annotation', id: '51' } }])
    expect(diagnostics.map(({ code, place }) => [code, place?.pointer])).toEqual([
      ['datasaur-schema/wrong-type', '/data/boundingBoxLabels/5'],
      ['datasaur-schema/unverified', '/data/boundingBoxLabels'],
    ])
  })

  it('may be given as the corners of an import', async () => {
    const { document } = await readFile(fixture('text-boxes.json'))
    expect(boxesIn(document)[3]?.shapes[0]?.points[2]).toEqual({ x: 30.5, y: 9 })
  })

  it('are written in the form they were read in when they move', async () => {
    const { document } = await readFile(fixture('text-boxes.json'))
    const points = [0, 1, 2, 3].map((at) => ({ x: at, y: 2 * at }))
    const moved = document.annotations.map((one) =>
      one.type === 'box' ? { ...one, shapes: [{ page: 1, points }] } : one,
    )
    const { text } = await writeFile({ ...document, annotations: moved })
    const { boundingBoxLabels } = JSON.parse(text).data
    expect(boundingBoxLabels[0]).toMatchObject({ pageIndex: 1, coordinates: points })
    expect(boundingBoxLabels[3]).toMatchObject({ pageIndex: 1, x3: 3, y3: 6 })
    expect(boundingBoxLabels[3]).not.toHaveProperty('coordinates')
    const again = await readFile(text)
    expect(boxesIn(again.document).map(({ shapes }) => shapes)).toEqual(
      boxesIn(document).map(() => [{ page: 1, points }]),
    )
  })

  it('stand beside a box of a class that has text, which is told as a change', async () => {
    const { document } = await readFile(fixture('text-boxes.json'))
    const [box] = boxesIn(document)
    if (box === undefined) throw new Error('no box')
    const { extra: _, ...plain } = box
    const stamp: Box = { ...plain, id: 'new', labelSet: 'stamps', label: 'paid', caption: 'PAID' }
    const { text, ledger } = await writeFile({
      ...document,
      annotations: [stamp],
      comments: [],
      extra: {},
    })
    const { bboxLabels, boundingBoxLabels } = JSON.parse(text).data
    expect(bboxLabels).toMatchObject([{ bboxLabelClassName: 'paid', caption: 'PAID' }])
    expect(boundingBoxLabels).toMatchObject([
      { coordinates: box.shapes[0]?.points, textPosition: { start: { row: 0, tokenIndex: 0 } } },
    ])
    expect(ledger.entries).toMatchObject([{ code: 'datasaur-schema/box-text-apart', count: 1 }])
  })

  it('are not made where the text of a box of a class has no place', async () => {
    const { document } = await readFile(fixture('text-boxes.json'))
    const [box] = boxesIn(document)
    if (box === undefined) throw new Error('no box')
    const { extra: _, ...plain } = box
    const target = { cell: 0, start: 3, end: 3 }
    const stamp: Box = { ...plain, id: 'new', labelSet: 'stamps', label: 'paid', target }
    const changed = { ...document, annotations: [stamp], comments: [], extra: {} }
    const { text, ledger } = await writeFile(changed)
    expect(JSON.parse(text).data.boundingBoxLabels).toEqual([])
    expect(ledger.entries).toMatchObject([{ code: 'datasaur-schema/box-text-left-out', count: 1 }])
  })

  it('lose what is said beyond one shape and the text, and say so', async () => {
    const { document } = await readFile(fixture('text-boxes.json'))
    const [box] = boxesIn(document)
    if (box === undefined) throw new Error('no box')
    const { extra: _, ...plain } = box
    const many: Box = { ...plain, id: 'a', shapes: [...box.shapes, ...box.shapes] }
    const captioned: Box = { ...plain, id: 'b', caption: 'x' }
    const other: Box = { ...plain, id: 'c', label: 'other' }
    const lost: Box = { ...plain, id: 'd', target: { cell: 0, start: 3, end: 3 } }
    const annotations = [many, captioned, other, lost]
    const { ledger } = await writeFile({ ...document, annotations, comments: [], extra: {} })
    expect(ledger.entries.map(({ code }) => code)).toEqual([
      'datasaur-schema/box-label-left-out',
      'datasaur-schema/box-text-left-out',
      'datasaur-schema/caption-left-out',
      'datasaur-schema/shapes-left-out',
    ])
  })
})

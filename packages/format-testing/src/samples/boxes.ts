import {
  type Answer,
  type AnswerTarget,
  type AnswerValue,
  type Box,
  type LabeledDocument,
  type LabelSchema,
  type Point,
  unknownOrigin,
} from '@labelport/model'

/** Classes for boxes, one of them never used, and questions about boxes and documents. */
export const boxSchema = {
  labelSets: [
    { id: 'words', appliesTo: 'text', labels: [{ id: 'p', name: 'Person' }] },
    {
      id: 'parts',
      appliesTo: 'box',
      labels: [
        { id: 'u', name: 'Unused' },
        { id: 't', name: 'Total: "€" & <b> 😀' },
      ],
    },
  ],
  questions: [
    {
      id: 'sum',
      text: 'Sum',
      about: { type: 'label', labelSet: 'parts', label: 't' },
      type: 'slider',
    },
    {
      id: 'kind',
      text: 'Kind',
      about: { type: 'document' },
      type: 'choice',
      options: [{ id: 'b', name: 'bill' }],
    },
  ],
} as const satisfies LabelSchema

/** The corners of a rectangle, clockwise from the top left. */
export function corners(left: number, top: number, right: number, bottom: number): Point[] {
  return [
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ]
}

/** A box of the class in use, on the first page unless told. */
export function boxOf(
  id: string,
  points: readonly Point[],
  more: Partial<Box> & { readonly page?: number } = {},
): Box {
  const { page = 0, ...rest } = more
  const shapes = [{ page, points }]
  return { type: 'box', id, labelSet: 'parts', label: 't', shapes, origin: unknownOrigin, ...rest }
}

/** An answer of unknown origin. */
export function answerOf(
  id: string,
  question: string,
  about: AnswerTarget,
  value: AnswerValue,
): Answer {
  return { type: 'answer', id, question, about, value, origin: unknownOrigin }
}

/** An image of one page, 200 wide and 100 high. */
export function imageOf(parts: Partial<LabeledDocument> = {}): LabeledDocument {
  return {
    id: 'd1',
    name: 'bill.jpg',
    tasks: ['box'],
    cells: [],
    media: [{ type: 'image', pages: [{ index: 0, width: 200, height: 100 }] }],
    annotations: [],
    comments: [],
    schema: boxSchema,
    ...parts,
  }
}

/** A PDF of three pages. */
export function pdfOf(parts: Partial<LabeledDocument> = {}): LabeledDocument {
  const pages = [0, 1, 2].map((index) => ({ index, width: 600, height: 800 }))
  return imageOf({ id: 'd2', name: 'Łódź.pdf', media: [{ type: 'pdf', pages }], ...parts })
}

import { type Box, type Shape, type Timestamp, unknownOrigin } from '@labelport/model'
import { textDocument } from './base.ts'

const parts = {
  id: 'set-parts',
  name: 'Parts',
  appliesTo: 'box',
  labels: [{ id: 'label-total', name: 'Total' }],
} as const

const page = {
  tasks: ['box'],
  media: [
    {
      type: 'pdf',
      url: 'https://example.org/bill.pdf',
      pages: [
        { index: 0, width: 600, height: 800 },
        { index: 1, width: 600, height: 800 },
      ],
    },
  ],
  schema: { labelSets: [parts], questions: [] },
} as const

const recording = {
  tasks: ['audio'],
  media: [{ type: 'audio', url: 'https://example.org/talk.mp3', pages: [] }],
  schema: { labelSets: [{ ...parts, appliesTo: 'text' }], questions: [] },
} as const

function box(id: string, pageIndex: number, more: Partial<Box> = {}): Box {
  const shapes = [rectangle(pageIndex)]
  const label = { labelSet: parts.id, label: 'label-total' }
  return { type: 'box', id, ...label, shapes, origin: unknownOrigin, ...more }
}

function rectangle(pageIndex: number): Shape {
  const [left, top, right, bottom] = [10, 20.5, 110, 60]
  const points = [
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ]
  return { page: pageIndex, points }
}

function timestamp(id: string, startMs: number, more: Partial<Timestamp> = {}): Timestamp {
  const base = { labelSet: parts.id, label: 'label-total', origin: unknownOrigin }
  return { type: 'timestamp', id, startMs, endMs: startMs + 1500, ...base, ...more }
}

/** Documents whose point is what was labeled on pages and recordings. */
export const mediaGallery = {
  box: textDocument('box', { ...page, annotations: [box('b1', 0), box('b2', 1)] }),
  'box.caption': textDocument('box.caption', {
    ...page,
    annotations: [box('b1', 0, { caption: 'Zoë 😀' })],
  }),
  'box.text': textDocument('box.text', {
    ...page,
    annotations: [box('b1', 0, { caption: 'Zoë', target: { cell: 0, start: 0, end: 3 } })],
  }),
  timestamp: textDocument('timestamp', {
    ...recording,
    annotations: [timestamp('t1', 0), timestamp('t2', 1250)],
  }),
  'timestamp.text': textDocument('timestamp.text', {
    ...recording,
    annotations: [timestamp('t1', 250, { target: { cell: 0, start: 0, end: 3 } })],
  }),
}

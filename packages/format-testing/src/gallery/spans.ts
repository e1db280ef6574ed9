import { type Origin, unknownOrigin } from '@labelport/model'
import { entities, entitySchema, places, span, textDocument } from './base.ts'

const relations = {
  id: 'set-relations',
  name: 'Relations',
  appliesTo: 'text',
  labels: [{ id: 'label-knows', name: 'knows' }],
} as const

/** Documents whose point is their spans and arrows. */
export const spanGallery = {
  span: textDocument('span', {
    schema: entitySchema,
    annotations: [
      span('s1', 'label-person', places.zoe),
      span('s2', 'label-place', places.lodz),
      span('s3', 'label-person', places.shalom),
    ],
  }),
  'span.overlapping': textDocument('span.overlapping', {
    schema: entitySchema,
    annotations: [
      span('s1', 'label-person', places.zoe),
      span('s2', 'label-place', [0, 0, 13]),
      span('s3', 'label-place', places.lodz),
      span('s4', 'label-person', places.lodz),
    ],
  }),
  'span.multi-cell': textDocument('span.multi-cell', {
    schema: entitySchema,
    annotations: [
      {
        ...span('s1', 'label-place', places.zoe),
        target: { cell: 0, start: 17, endCell: 1, end: 4 },
      },
    ],
  }),
  'span.within-token': textDocument('span.within-token', {
    schema: entitySchema,
    annotations: [span('s1', 'label-person', [0, 1, 3]), span('s2', 'label-place', [0, 17, 20])],
  }),
  relation: textDocument('relation', {
    schema: { labelSets: [entities, relations], questions: [] },
    annotations: [
      span('s1', 'label-person', places.zoe),
      span('s2', 'label-person', places.ahmad),
      {
        type: 'relation',
        id: 'r1',
        labelSet: relations.id,
        label: 'label-knows',
        from: 's1',
        to: 's2',
        origin: unknownOrigin,
      },
    ],
  }),
  'origin.by': originDocument('origin.by', [{ by: 'labeler' }, { by: 'conflict' }]),
  'origin.user': originDocument('origin.user', [
    { by: 'labeler', user: { email: 'zoe@example.org' } },
    { by: 'labeler', user: { email: 'ahmad@example.org' } },
  ]),
  'origin.verdict': originDocument('origin.verdict', [
    { by: 'labeler', verdict: 'accepted', judge: { email: 'judge@example.org' } },
    { by: 'labeler', verdict: 'rejected', judge: { email: 'judge@example.org' } },
  ]),
  'origin.confidence': originDocument('origin.confidence', [
    { by: 'external', confidence: 0.25 },
    { by: 'external', confidence: 1 },
  ]),
  'origin.time': originDocument('origin.time', [
    { by: 'labeler', createdAt: '2026-01-02T03:04:05.678Z', updatedAt: '2026-02-02T03:04:05.678Z' },
    { by: 'labeler', createdAt: '2026-01-03T03:04:05.678Z', updatedAt: '2026-01-03T03:04:05.678Z' },
  ]),
}

function originDocument(name: string, [first, second]: readonly [Origin, Origin]) {
  return textDocument(name, {
    schema: entitySchema,
    annotations: [
      span('s1', 'label-person', places.zoe, first),
      span('s2', 'label-place', places.lodz, second),
    ],
  })
}

import { unknownOrigin } from '@labelport/model'
import { entities, entitySchema, places, span, tableDocument, textDocument } from './base.ts'

/** Documents whose point is what is said around the labels. */
export const surroundingsGallery = {
  comment: textDocument('comment', {
    schema: entitySchema,
    annotations: [span('s1', 'label-person', places.zoe)],
    comments: [
      { id: 'c1', text: 'Is this a “person”? 🤔', about: { type: 'annotation', id: 's1' } },
      { id: 'c2', text: 'Two lines,\nboth kept', about: { type: 'document' } },
    ],
  }),
  'comment.author': textDocument('comment.author', {
    comments: [
      {
        id: 'c1',
        text: 'Done',
        about: { type: 'document' },
        by: { name: 'Zoë Example', email: 'zoe@example.org' },
        at: '2026-01-02T03:04:05.678Z',
      },
    ],
  }),
  'schema.labels': textDocument('schema.labels', {
    schema: {
      labelSets: [
        {
          ...entities,
          labels: [
            { id: 'label-person', name: 'Person', color: '#ff8800' },
            { id: 'label-place', name: 'Place', color: '#0088ff' },
            { id: 'label-town', name: 'Town — Città', parent: 'label-place' },
          ],
        },
        {
          id: 'set-second',
          name: 'Second',
          appliesTo: 'text',
          labels: [{ id: 'label-person', name: 'Person' }],
        },
      ],
      questions: [],
    },
    annotations: [span('s1', 'label-person', places.zoe), span('s2', 'label-place', places.lodz)],
  }),
  'schema.questions': tableDocument('schema.questions', {
    schema: {
      labelSets: [],
      questions: [
        { id: 'q1', text: 'Töne?', about: { type: 'row' }, type: 'text', required: true },
        {
          id: 'q2',
          text: 'Kind',
          about: { type: 'row' },
          type: 'choice',
          options: [
            { id: 'o1', name: 'one' },
            { id: 'o2', name: 'two', parent: 'o1' },
          ],
        },
        { id: 'q3', text: 'How much?', about: { type: 'row' }, type: 'slider', min: 1, max: 5 },
      ],
    },
    annotations: [
      {
        type: 'answer',
        id: 'a1',
        question: 'q1',
        about: { type: 'row', row: 0 },
        value: { type: 'text', text: 'yes' },
        origin: unknownOrigin,
      },
    ],
  }),
  project: textDocument('project', {
    project: {
      id: 'project-1',
      name: 'Férries',
      tags: ['harbour', 'été'],
      completedAt: '2026-03-04T05:06:07.000Z',
    },
  }),
  cabinet: textDocument('cabinet', {
    cabinet: { role: 'labeler', user: { email: 'zoe@example.org' }, folder: 'DOCUMENT-zoe' },
  }),
}

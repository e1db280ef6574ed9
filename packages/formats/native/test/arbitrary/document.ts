import type { LabeledDocument } from '@labelport/model'
import fc from 'fast-check'
import { cell } from './cells.ts'
import { schema } from './schema.ts'
import { annotationsOf, commentsOf } from './statements.ts'
import { extra, finite, maybe, natural, text, user } from './values.ts'

const frame = fc.record(
  {
    id: text,
    name: text,
    part: natural,
    segment: fc.record({ index: natural, last: fc.boolean() }),
    tasks: fc.uniqueArray(
      fc.constantFrom(
        'token' as const,
        'row' as const,
        'document' as const,
        'box' as const,
        'audio' as const,
      ),
    ),
    columns: fc.array(
      fc.record(
        { name: text, role: fc.constantFrom('data' as const, 'answer' as const) },
        { requiredKeys: ['name'] },
      ),
      { maxLength: 2 },
    ),
    media: fc.array(
      fc.record(
        {
          type: fc.constantFrom(
            'image' as const,
            'pdf' as const,
            'audio' as const,
            'other' as const,
          ),
          url: text,
          pages: fc.array(fc.record({ index: natural, width: finite, height: finite }), {
            maxLength: 2,
          }),
        },
        { requiredKeys: ['type', 'pages'] },
      ),
      { maxLength: 2 },
    ),
    schema,
    project: maybe({ id: text, name: text, tags: fc.array(text), completedAt: text }),
    cabinet: fc.record(
      {
        role: fc.constantFrom('review' as const, 'root' as const, 'labeler' as const),
        user,
        folder: text,
      },
      { requiredKeys: ['role'] },
    ),
    extra,
  },
  { requiredKeys: ['id', 'name', 'tasks', 'media', 'schema'] },
)

/** Sound documents that use every corner of the model. */
export const soundDocument: fc.Arbitrary<LabeledDocument> = fc
  .tuple(frame, fc.array(cell, { maxLength: 4 }))
  .chain(([own, cells]) =>
    annotationsOf(cells).chain((annotations) =>
      commentsOf(cells, annotations).map((comments) => ({ ...own, cells, annotations, comments })),
    ),
  )

import { documentOf, spanOf } from '@labelport/format-testing'
import { emptySchema, type LabelSchema } from '@labelport/model'

const schema: LabelSchema = {
  ...emptySchema,
  labelSets: [
    {
      id: 'set',
      appliesTo: 'text',
      labels: [
        { id: '0', name: 'Person' },
        { id: '1', name: 'Org_*|[1]' },
        { id: '2', name: 'works->for' },
      ],
    },
  ],
}

const arrow = { type: 'relation', labelSet: 'set', origin: { by: 'unknown' } } as const

/** A document with everything the format can hold, and an odd name. */
export const story = documentOf(
  [['Zoë', '😀', 'met'], ['שלום'], ['e\u0301lan', 'a\tb\\c', 'un-done']],
  {
    schema,
    annotations: [
      spanOf('s1', '0', [0, 0, 3]),
      spanOf('s2', '1', [0, 4, 4], { endCell: 1 }),
      spanOf('s3', '0', [0, 7, 10]),
      spanOf('s4', '0', [2, 6, 11]),
      spanOf('s5', '0', [2, 15, 19]),
      spanOf('s6', '1', [2, 12, 14]),
      { ...arrow, id: 'r1', label: '2', from: 's1', to: 's2' },
      { ...arrow, id: 'r2', from: 's4', to: 's1' },
      { ...arrow, id: 'r3', label: '2', from: 's5', to: 's1' },
    ],
    comments: [{ id: 'c1', text: 'Is it?', about: { type: 'annotation', id: 's1' } }],
  },
)

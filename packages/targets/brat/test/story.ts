import { documentOf, spanOf } from '@labelport/format-testing'
import type { Answer, LabelSchema } from '@labelport/model'

const schema: LabelSchema = {
  labelSets: [
    {
      id: 'set',
      appliesTo: 'text',
      labels: [
        { id: '0', name: 'Person', color: '#FF8800' },
        { id: '1', name: 'Org & Ünït' },
        { id: '2', name: 'works for', color: '#0088ff' },
      ],
    },
  ],
  questions: [
    {
      id: 'q',
      text: 'Sure?',
      about: { type: 'label', labelSet: 'set', label: '0' },
      type: 'flag',
    },
    {
      id: 'm',
      text: 'Mood',
      about: { type: 'label', labelSet: 'set', label: '0' },
      type: 'choice',
      options: [{ id: 'g', name: 'glad' }],
    },
    { id: 'w', text: 'Why?', about: { type: 'label', labelSet: 'set', label: '0' }, type: 'text' },
  ],
}

/** An answer about the first label. */
export function answer(id: string, question: string, value: Answer['value']): Answer {
  const about = { type: 'annotation', id: 's1' } as const
  return { type: 'answer', id, question, about, value, origin: { by: 'unknown' } }
}

/** A document with everything brat can hold, and an odd name. */
export const story = documentOf([['Zoë', '😀', 'met'], ['שלום'], ['e\u0301lan', 'a\tb']], {
  schema,
  annotations: [
    spanOf('s1', '0', [0, 0, 3]),
    spanOf('s2', '1', [0, 7, 4], { endCell: 1 }),
    spanOf('s3', '0', [2, 6, 9]),
    {
      type: 'relation',
      id: 'r1',
      labelSet: 'set',
      label: '2',
      from: 's1',
      to: 's2',
      origin: { by: 'unknown' },
    },
    {
      type: 'relation',
      id: 'r2',
      labelSet: 'set',
      from: 's2',
      to: 's3',
      origin: { by: 'unknown' },
    },
    answer('a1', 'q', { type: 'flag', flag: false }),
    answer('a2', 'm', { type: 'choice', options: ['g'] }),
    answer('a3', 'w', { type: 'text', text: 'two\nlines' }),
  ],
  comments: [
    { id: 'c1', text: 'Is it?', about: { type: 'annotation', id: 's1' } },
    { id: 'c2', text: 'Done', about: { type: 'document' } },
  ],
})

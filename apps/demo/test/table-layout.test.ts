import { emptySchema, unknownOrigin } from '@labelport/model'
import { describe, expect, it } from 'vitest'
import { tableColumns } from '../src/view/table-layout.ts'

const answer = (question: string) =>
  ({
    type: 'answer',
    id: `answer ${question}`,
    origin: unknownOrigin,
    question,
    about: { type: 'row', row: 0 },
    value: { type: 'text', text: 'x' },
  }) as const

const question = (id: string, text: string) =>
  ({ id, text, about: { type: 'row' }, type: 'text' }) as const

describe('tableColumns', () => {
  it('puts answers under the column that is named like their question, twins in order', () => {
    const columns = [
      { name: 'Text' },
      { name: 'Topic', role: 'answer' },
      { name: 'Topic', role: 'answer' },
    ] as const
    const schema = { labelSets: [], questions: [question('1', 'Topic'), question('2', 'Topic')] }
    const annotations = [answer('2'), answer('1')]
    const found = tableColumns({ columns, cells: [], annotations, schema })
    expect(found.map((column) => column.question)).toEqual([undefined, '1', '2'])
  })

  it('adds a column for a question that has none, also when the schema does not know it', () => {
    const cells = [{ cell: 0, row: 0, column: 1, text: 'b' }]
    const found = tableColumns({ cells, annotations: [answer('mood')], schema: emptySchema })
    expect(found).toEqual([
      { name: '', role: 'data', position: 0 },
      { name: '', role: 'data', position: 1 },
      { name: 'mood', role: 'answer', question: 'mood' },
    ])
  })
})

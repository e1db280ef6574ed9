import {
  type Answer,
  type AnswerValue,
  emptySchema,
  type LabeledDocument,
  type Question,
  unknownOrigin,
} from '@labelport/model'
import { describe, expect, it } from 'vitest'
import {
  noAnswerColumns,
  openAccount,
  openFates,
  openTable,
  recordsOf,
  tableLayoutOf,
  tableReasons,
  textFields,
} from '../src/index.ts'

const document = { type: 'document' } as const
const row = { type: 'row' } as const
const choices = {
  type: 'choice',
  options: [
    { id: '1', name: 'glad; very' },
    { id: '1.2', name: 'calm', parent: '1' },
  ],
} as const

const crew: Question = {
  id: 'crew',
  text: 'Crew',
  about: row,
  type: 'group',
  questions: [
    { id: 'c1', text: 'Name', about: row, type: 'text' },
    { id: 'c2', text: 'Name', about: row, type: 'slider' },
    { id: 'c3', text: 'Moods', about: row, ...choices, multiple: true },
    {
      id: 'c4',
      text: 'Pets',
      about: row,
      type: 'group',
      questions: [{ id: 'p1', text: 'Born', about: row, type: 'date' }],
    },
  ],
}
const questions: readonly Question[] = [
  crew,
  { id: 'sea', text: 'Sea', about: document, ...choices },
  { id: 'log', text: 'Log', about: document, type: 'text', multiple: true },
]
const pets: AnswerValue = {
  type: 'group',
  entries: [[{ question: 'p1', value: { type: 'moment', iso: '2020-02-29' } }], []],
}
const value: AnswerValue = {
  type: 'group',
  entries: [
    [
      { question: 'c1', value: { type: 'text', text: 'Zoë "😀"' } },
      { question: 'c2', value: { type: 'number', number: 7 } },
      { question: 'c3', value: { type: 'choice', options: ['1', '1.2'] } },
      { question: 'c4', value: pets },
    ],
  ],
}

function answer(id: string, question: string, about: Answer['about'], one: AnswerValue): Answer {
  return { type: 'answer', id, question, about, value: one, origin: unknownOrigin }
}

function written(one: LabeledDocument) {
  const account = openAccount()
  const layout = tableLayoutOf(one)
  const fates = openFates('toy', tableReasons, account, one)
  const records = recordsOf(
    one,
    layout,
    textFields<never>('toy', (text) => text),
    fates,
    '',
  )
  fates.close()
  return { names: layout.names, records }
}

function read(names: readonly string[], records: readonly (readonly string[])[]) {
  const table = openTable(names, {
    format: 'toy',
    path: 'a.toy',
    context: { documentName: 'a', schema: { labelSets: [], questions } },
    options: noAnswerColumns,
    report: () => {},
    placeOf: () => ({ path: 'a.toy' }),
  })
  for (const record of records) table.add(record)
  return table.takeRest()
}

function of(annotations: readonly Answer[], cells: LabeledDocument['cells']): LabeledDocument {
  return {
    id: 'a',
    name: 'a',
    tasks: ['row'],
    cells,
    media: [],
    annotations,
    comments: [],
    schema: { ...emptySchema, questions },
  }
}

const cells = [0, 1].map((at) => ({ row: at, column: 0, text: `row ${at}` }))
const plain = ({ annotations }: LabeledDocument) =>
  annotations.map((one) => (one.type === 'answer' ? [one.question, one.about, one.value] : []))

describe('answers in a table', () => {
  it('in groups, also nested, are JSON under the texts of the questions, or ids where those repeat', () => {
    const { names, records } = written(
      of([answer('1', 'crew', { type: 'row', row: 1 }, value)], cells),
    )
    expect(names).toEqual(['Text', 'Crew'])
    expect(JSON.parse(records[1]?.[1] ?? '')).toEqual([
      { c1: 'Zoë "😀"', c2: 7, Moods: ['glad; very', 'calm'], Pets: [{ Born: '2020-02-29' }, {}] },
    ])
    expect(plain(read(names, records))).toEqual([['crew', { type: 'row', row: 1 }, value]])
  })

  it('about the document stand in its first row, further ones to the same question below', () => {
    const sea: AnswerValue = { type: 'choice', options: ['1.2'] }
    const log: AnswerValue = { type: 'texts', texts: ['a', 'b'] }
    const other: AnswerValue = { type: 'choice', options: ['1'] }
    const answers = [answer('1', 'sea', document, sea), answer('2', 'log', document, log)]
    const { names, records } = written(of([...answers, answer('3', 'sea', document, other)], cells))
    expect(names).toEqual(['Text', 'Sea', 'Log'])
    expect(records).toEqual([
      ['row 0', 'calm', 'a;b'],
      ['row 1', 'glad; very', ''],
    ])
    expect(plain(read(names, records))).toEqual([
      ['sea', document, sea],
      ['log', document, log],
      ['sea', document, other],
    ])
  })

  it('about the document that every row repeats are one answer', () => {
    const again = read(
      ['Text', 'Log'],
      [
        ['a', 'wet'],
        ['b', 'wet'],
      ],
    )
    expect(plain(again)).toEqual([['log', document, { type: 'texts', texts: ['wet'] }]])
  })

  it('about a document without text need no column for it, and give no cell', () => {
    const log: AnswerValue = { type: 'texts', texts: ['a'] }
    const { names, records } = written(of([answer('1', 'log', document, log)], []))
    expect([names, records]).toEqual([['Log'], [['a']]])
    const again = read(names, records)
    expect(again.cells).toEqual([])
    expect(plain(again)).toEqual([['log', document, log]])
  })

  it('that look like a group and are none stay raw', () => {
    for (const text of ['[1]', '[{]', 'Zoë', '{"c1":"x"}']) {
      expect(plain(read(['Text', 'Crew'], [['a', text]]))).toEqual([
        ['crew', { type: 'row', row: 0 }, { type: 'raw', json: text }],
      ])
    }
  })
})

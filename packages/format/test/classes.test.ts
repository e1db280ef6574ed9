import type { LabeledDocument } from '@labelport/model'
import { expect, it } from 'vitest'
import { classQuestion, classRows, hasClasses, questionForClasses } from '../src/index.ts'

const about = { type: 'row' } as const
const options = [
  { id: '1', name: 'glad' },
  { id: '2', name: 'calm' },
]
const why = { id: 'why', text: 'Why?', about, type: 'text' } as const
const mood = { id: 'mood', text: 'Mood', about, type: 'choice', options } as const
const schema = { labelSets: [], questions: [why, mood] }
const base = { id: 'a', name: 'a.csv' }

it('finds the question of classes: the one that is named, else the first choice', () => {
  expect(classQuestion(schema.questions, '')).toBe(mood)
  expect(classQuestion(schema.questions, 'Why?')).toBe(why)
  expect(classQuestion([why], '')).toBeUndefined()
})

it('makes rows with answers, by options of the question', () => {
  const rows = classRows(base, schema, '')
  expect(rows.add('one', ['calm', 'odd'])).toEqual(['odd'])
  expect(rows.add('two', [])).toEqual([])
  const { annotations, cells } = rows.document()
  expect(cells.map(({ text }) => text)).toEqual(['one', 'two'])
  expect(annotations).toMatchObject([
    { question: 'mood', value: { type: 'choice', options: ['2', 'odd'] } },
  ])
})

it('makes up a question of the classes it met, under a free id', () => {
  const taken = { ...why, id: 'Label' }
  const rows = classRows(base, { labelSets: [], questions: [taken] }, '')
  rows.add('one', ['b', 'a'])
  expect(rows.document().schema.questions[1]).toMatchObject({
    id: 'Label*',
    multiple: true,
    options: [{ name: 'b' }, { name: 'a' }],
  })
})

it('chooses what to write by what was answered', () => {
  const rows = classRows(base, schema, 'why')
  rows.add('one', ['so'])
  const document: LabeledDocument = rows.document()
  expect(questionForClasses(document, '')).toBe('why')
  expect(questionForClasses(document, 'Mood')).toBe('mood')
  expect(hasClasses(document)).toBe(true)
  expect(hasClasses({ ...document, tasks: ['token', 'row'] })).toBe(false)
  expect(hasClasses({ ...document, annotations: [] })).toBe(false)
})

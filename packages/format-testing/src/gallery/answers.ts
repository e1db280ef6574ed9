import { type Answer, type AnswerTarget, type Question, unknownOrigin } from '@labelport/model'
import { entities, places, span, tableDocument, textDocument } from './base.ts'

function questions(about: Question['about']): readonly Question[] {
  return [
    { id: 'q-why', text: 'Why?', about, type: 'text', multiline: true },
    {
      id: 'q-mood',
      text: 'Mood',
      about,
      type: 'choice',
      multiple: true,
      options: [
        { id: 'o-glad', name: 'glad 😀' },
        { id: 'o-calm', name: 'calm' },
      ],
    },
    { id: 'q-day', text: 'Day', about, type: 'date' },
    { id: 'q-sure', text: 'Sure?', about, type: 'flag' },
    { id: 'q-grade', text: 'Grade', about, type: 'slider', min: 0, max: 10, step: 1 },
  ]
}

/** An answer of every common kind. */
function answers(about: AnswerTarget, prefix = ''): readonly Answer[] {
  const base = { type: 'answer', about, origin: unknownOrigin } as const
  const id = (name: string) => ({ id: `${prefix}${name}`, question: `q-${name}` })
  return [
    { ...base, ...id('why'), value: { type: 'text', text: 'Because: “naïve”, 1,5' } },
    { ...base, ...id('mood'), value: { type: 'choice', options: ['o-calm', 'o-glad'] } },
    { ...base, ...id('day'), value: { type: 'moment', iso: '2026-02-28' } },
    { ...base, ...id('sure'), value: { type: 'flag', flag: true } },
    { ...base, ...id('grade'), value: { type: 'number', number: 7 } },
  ]
}

const aboutPerson = { type: 'label', labelSet: entities.id, label: 'label-person' } as const

/** Documents whose point is their answers. */
export const answerGallery = {
  'answer.document': textDocument('answer.document', {
    tasks: ['document'],
    schema: { labelSets: [], questions: questions({ type: 'document' }) },
    annotations: answers({ type: 'document' }),
  }),
  'answer.row': tableDocument('answer.row', {
    schema: { labelSets: [], questions: questions({ type: 'row' }) },
    annotations: [0, 1].flatMap((row) => answers({ type: 'row', row }, `row-${row}-`)),
  }),
  'answer.annotation': textDocument('answer.annotation', {
    schema: { labelSets: [entities], questions: questions(aboutPerson) },
    annotations: [
      span('s1', 'label-person', places.zoe),
      ...answers({ type: 'annotation', id: 's1' }),
    ],
  }),
}

import type { LabelSchema, Question, QuestionKind, QuestionTarget } from '@labelport/model'

/** Id of the set whose labels random spans and timestamps carry. */
export const spanSet = 'set-spans'
export const arrowSet = 'set-arrows'
export const boxSet = 'set-boxes'

/** Names that formats have trouble with. None occurs twice in its set, also not across case. */
export const spanLabels = [
  { id: 'label-1', name: 'Person' },
  { id: 'label-2', name: 'I-Place' },
  { id: 'label-3', name: 'with blank' },
  { id: 'label-4', name: 'Ünï/côdé_🦆' },
] as const
export const arrowLabels = [{ id: 'label-5', name: 'knows' }] as const
export const boxLabels = [{ id: 'label-6', name: 'Total' }] as const

const kinds = {
  why: { type: 'text' },
  mood: {
    type: 'choice',
    multiple: true,
    options: [
      { id: 'option-1', name: 'glad; very' },
      { id: 'option-2', name: 'calm, mostly' },
      { id: 'option-3', name: 'grumpy' },
    ],
  },
  day: { type: 'date' },
  sure: { type: 'flag' },
  grade: { type: 'slider', min: 0, max: 10, step: 1 },
} as const satisfies Record<string, QuestionKind>

/** What is asked. */
export type Asked = keyof typeof kinds

export const asked = Object.keys(kinds) as readonly Asked[]

/** The id of a question about something. */
export function questionId(about: QuestionTarget['type'], what: Asked): string {
  return `question-${about}-${what}`
}

function questionsAbout(about: QuestionTarget): readonly Question[] {
  return asked.map((what) => ({
    id: questionId(about.type, what),
    text: `${what[0]?.toUpperCase()}${what.slice(1)} (${about.type})?`,
    about,
    ...kinds[what],
  }))
}

/** The schema random documents share: it names everything they use. */
export const randomSchema: LabelSchema = {
  labelSets: [
    { id: spanSet, name: 'Spans', appliesTo: 'text', labels: spanLabels },
    { id: arrowSet, name: 'Arrows', appliesTo: 'text', labels: arrowLabels },
    { id: boxSet, name: 'Boxes', appliesTo: 'box', labels: boxLabels },
  ],
  questions: [
    ...questionsAbout({ type: 'document' }),
    ...questionsAbout({ type: 'row' }),
    ...questionsAbout({ type: 'label', labelSet: spanSet, label: 'label-1' }),
  ],
}

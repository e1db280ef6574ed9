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
  hints: { type: 'text', multiple: true },
  hour: { type: 'time' },
  page: { type: 'url' },
} as const satisfies Record<string, QuestionKind>

/** What is asked one by one. */
type Single = keyof typeof kinds

/** What is asked: single questions, and a group of some that holds a group of others. */
export type Asked = Single | 'crew' | 'crew.pets'

const singles = Object.keys(kinds) as readonly Single[]

const members = {
  crew: ['why', 'mood', 'sure', 'grade'],
  'crew.pets': ['why', 'day'],
} as const satisfies Partial<Record<Asked, readonly Single[]>>

/** The id of a question about something. */
export function questionId(about: QuestionTarget['type'], what: Asked): string {
  return `question-${about}-${what}`
}

/** The id of a question inside a group. */
export function memberId(
  about: QuestionTarget['type'],
  group: keyof typeof members,
  what: Asked,
): string {
  return `${questionId(about, group)}-${what}`
}

function questionsAbout(about: QuestionTarget): readonly Question[] {
  const text = (what: string): string =>
    `${what[0]?.toUpperCase()}${what.slice(1)} (${about.type})?`
  const inside = (group: keyof typeof members): readonly Question[] =>
    members[group].map((what) => ({
      id: memberId(about.type, group, what),
      text: text(what),
      about,
      ...kinds[what],
    }))
  const pets: Question = {
    id: memberId(about.type, 'crew', 'crew.pets'),
    text: 'Pets',
    about,
    type: 'group',
    questions: inside('crew.pets'),
  }
  return [
    ...singles.map((what) => ({
      id: questionId(about.type, what),
      text: text(what),
      about,
      ...kinds[what],
    })),
    {
      id: questionId(about.type, 'crew'),
      text: text('crew'),
      about,
      type: 'group',
      questions: [...inside('crew'), pets],
    },
  ]
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

import {
  type Answer,
  type AnswerTarget,
  type AnswerValue,
  type Cell,
  type Feature,
  type QuestionTarget,
  type Span,
  unknownOrigin,
} from '@labelport/model'
import fc from 'fast-check'
import { type Asked, memberId, questionId } from './schema.ts'
import { pick } from './spans.ts'
import { word } from './words.ts'

/** An answer before it is known what it is about. */
export interface AnswerDraft {
  readonly about: 'document' | 'row' | 'annotation'
  readonly at: number
  readonly asked: Asked
  readonly value: Value
}

/** A value before it is known what it is about: inside of a group only the question is. */
type Value = Exclude<AnswerValue, { readonly type: 'group' }> | { readonly group: readonly Entry[] }

type Entry = readonly { readonly asked: Asked; readonly value: Value }[]

interface Asking {
  readonly asked: Asked
  readonly value: Value
}

const texts = fc
  .array(word, { minLength: 1, maxLength: 3 })
  .map((words): Asking => ({ asked: 'why', value: { type: 'text', text: words.join(' ') } }))

const single: fc.Arbitrary<Asking> = fc.oneof(
  texts,
  fc
    .uniqueArray(fc.constantFrom('option-1', 'option-2', 'option-3'), { minLength: 1 })
    .map((options) => ({ asked: 'mood' as const, value: { type: 'choice' as const, options } })),
  fc
    .constantFrom('2026-02-28', '1999-12-31')
    .map((iso) => ({ asked: 'day' as const, value: { type: 'moment' as const, iso } })),
  fc.boolean().map((flag) => ({ asked: 'sure' as const, value: { type: 'flag' as const, flag } })),
  fc
    .integer({ min: 0, max: 10 })
    .map((number) => ({ asked: 'grade' as const, value: { type: 'number' as const, number } })),
)

const elsewhere: fc.Arbitrary<Asking> = fc.oneof(
  fc
    .array(word, { minLength: 2, maxLength: 3 })
    .map((words): Asking => ({ asked: 'hints', value: { type: 'texts', texts: words } })),
  fc.constant<Asking>({ asked: 'hour', value: { type: 'moment', iso: '23:59:00.000' } }),
  fc.constant<Asking>({
    asked: 'page',
    value: { type: 'text', text: 'https://example.org/ö?a=1' },
  }),
)

const pets: fc.Arbitrary<Asking> = fc
  .array(
    texts.map((one): Entry => [one]),
    { minLength: 1, maxLength: 2 },
  )
  .map((group): Asking => ({ asked: 'crew.pets', value: { group } }))

const crew: fc.Arbitrary<Asking> = fc
  .array(
    fc.uniqueArray(
      fc.oneof(
        single.filter(({ asked }) => asked !== 'day'),
        pets,
      ),
      { minLength: 1, maxLength: 4, selector: ({ asked }) => asked },
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((entries): Asking => {
    // Entries are often kept as objects, which know the questions but not an order of answers.
    const order = ['why', 'mood', 'sure', 'grade', 'crew.pets']
    const group = entries.map((entry) =>
      [...entry].sort((a, b) => order.indexOf(a.asked) - order.indexOf(b.asked)),
    )
    return { asked: 'crew', value: { group } }
  })

const value = fc.oneof({ weight: 5, arbitrary: single }, elsewhere, crew)

export const answerDrafts: fc.Arbitrary<readonly AnswerDraft[]> = fc.array(
  fc
    .tuple(
      fc.constantFrom('document' as const, 'row' as const, 'annotation' as const),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      value,
    )
    .map(([about, at, rest]) => ({ about, at, ...rest })),
  { maxLength: 6 },
)

/** Answers about what there is; a question is answered once for each thing. */
export function answersOf(
  drafts: readonly AnswerDraft[],
  cells: readonly Cell[],
  spans: readonly Span[],
  uses: (feature: Feature) => boolean,
): readonly Answer[] {
  const answers = new Map<string, Answer>()
  for (const draft of drafts) {
    const about = targetOf(draft, cells, spans)
    if (about === undefined || !uses(`answer.${draft.about}`)) continue
    const question = questionId(draft.about === 'annotation' ? 'label' : draft.about, draft.asked)
    const key = `${question} ${JSON.stringify(about)}`
    const id = answers.get(key)?.id ?? `answer-${answers.size}`
    const value = valueFor(draft.value, draft.about === 'annotation' ? 'label' : draft.about)
    answers.set(key, { type: 'answer', id, question, about, value, origin: unknownOrigin })
  }
  return [...answers.values()]
}

/** The value with the questions of its groups. */
function valueFor(
  value: Value,
  about: QuestionTarget['type'],
  group: 'crew' | 'crew.pets' = 'crew',
): AnswerValue {
  if (!('group' in value)) return value
  return {
    type: 'group',
    entries: value.group.map((entry) =>
      entry.map((one) => ({
        question: memberId(about, group, one.asked),
        value: valueFor(one.value, about, 'crew.pets'),
      })),
    ),
  }
}

function targetOf(
  { about, at }: AnswerDraft,
  cells: readonly Cell[],
  spans: readonly Span[],
): AnswerTarget | undefined {
  if (about === 'document') return { type: 'document' }
  if (about === 'row') {
    const shown = cells.filter(({ status }) => status === undefined)
    const row = pick(shown, at)?.row
    return row === undefined ? undefined : { type: 'row', row }
  }
  const id = pick(
    spans.filter(({ label }) => label === 'label-1'),
    at,
  )?.id
  return id === undefined ? undefined : { type: 'annotation', id }
}

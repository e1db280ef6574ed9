import {
  type Answer,
  type AnswerTarget,
  type AnswerValue,
  type Cell,
  type Feature,
  type Span,
  unknownOrigin,
} from '@labelport/model'
import fc from 'fast-check'
import { type Asked, questionId } from './schema.ts'
import { pick } from './spans.ts'
import { word } from './words.ts'

/** An answer before it is known what it is about. */
export interface AnswerDraft {
  readonly about: 'document' | 'row' | 'annotation'
  readonly at: number
  readonly asked: Asked
  readonly value: AnswerValue
}

const value: fc.Arbitrary<Pick<AnswerDraft, 'asked' | 'value'>> = fc.oneof(
  fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => ({
    asked: 'why' as const,
    value: { type: 'text' as const, text: words.join(' ') },
  })),
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
    const { value } = draft
    answers.set(key, { type: 'answer', id, question, about, value, origin: unknownOrigin })
  }
  return [...answers.values()]
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

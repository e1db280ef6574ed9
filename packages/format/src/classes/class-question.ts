import type { Question } from '@labelport/model'

/**
 * The question whose answers are classes of rows: the one whose id or text is `wanted`; for an empty
 * `wanted` the first choice about rows. Undefined when there is none.
 */
export function classQuestion(
  questions: readonly Question[],
  wanted: string,
): Question | undefined {
  const about = questions.filter((question) => question.about.type === 'row')
  if (wanted === '') return about.find(({ type }) => type === 'choice')
  return about.find(({ id }) => id === wanted) ?? about.find(({ text }) => text === wanted)
}

/** The id of the option a file calls `name`; undefined when the question has no such option. */
export function named(name: string, question: Question | undefined): string | undefined {
  if (question === undefined) return name
  if (question.type !== 'choice') return undefined
  const { options } = question
  const alike = options.filter((option) => option.name === name)
  const [only] = alike
  if (alike.length === 1 && only !== undefined) return only.id
  return options.find(({ id }) => id === name)?.id
}

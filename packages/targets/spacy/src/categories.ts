import { type ClassNames, optionNames } from '@labelport/format'
import type { Answer, LabeledDocument, Question } from '@labelport/model'
import type { Options, Unit } from './options.ts'
import type { DocumentFates } from './reasons.ts'
import { writtenOut } from './surrogates.ts'

/** What a doc was said to be: the chosen categories of each question that has an answer. */
export type Choices = Map<string, ReadonlySet<string>>

/** The questions whose choices become `doc.cats`. */
export interface Categories {
  /** Adds the categories of a document's questions, in their order. */
  meet(document: LabeledDocument): void
  /** Notes an answer and tells what became of it. */
  choose(answer: Answer, document: LabeledDocument, choices: Choices, fates: DocumentFates): void
  /** Every category of the questions that were answered: 1 where it was chosen, otherwise 0. */
  scores(choices: Choices): ReadonlyMap<string, 0 | 1>
  /** All categories so far, question by question; those whose order is fixed come first. */
  names(): readonly string[]
}

interface Choice {
  /** The same for questions of equal text. */
  readonly key: string
  /** What a choice, given by id, is called. */
  readonly categoryOf: (option: string) => string
}

/**
 * Docs without an answer have no category at all, which trainers take for "not known". Categories are
 * named by their choice alone as long as the first document asks one question, otherwise with its text.
 */
export function openCategories(
  unit: Unit,
  { question: wanted }: Options,
  locked?: ClassNames['questions'],
): Categories {
  const bySchema = new WeakMap<LabeledDocument['schema'], ReadonlyMap<string, Choice | 'other'>>()
  const known = new Map<string, Set<string>>()
  const fixed = new Map<string, readonly string[]>()
  let plain: string | undefined

  const learn = ({ schema }: LabeledDocument): ReadonlyMap<string, Choice | 'other'> => {
    const found = bySchema.get(schema)
    if (found !== undefined) return found
    const asked = schema.questions.filter(
      ({ about, type }) => about.type === unit && type === 'choice',
    )
    const used = asked.filter(({ id, text }) => wanted === '' || wanted === id || wanted === text)
    plain ??= used.length === 1 ? used[0]?.text : ''
    const choices = new Map<string, Choice | 'other'>()
    for (const question of asked) {
      choices.set(question.id, used.includes(question) ? choiceOf(question) : 'other')
    }
    bySchema.set(schema, choices)
    return choices
  }
  const choiceOf = (question: Question): Choice => {
    const options = question.type === 'choice' ? question.options : []
    const nameOf = optionNames(question, writtenOut)
    const key = writtenOut(question.text)
    const prefix = question.text === plain ? '' : `${key}: `
    const categoryOf = (option: string): string => prefix + nameOf(option)
    fixed.set(key, locked?.get(question.text)?.map((name) => prefix + writtenOut(name)) ?? [])
    const categories = known.get(key) ?? new Set()
    for (const { id } of options) categories.add(categoryOf(id))
    known.set(key, categories)
    return { key, categoryOf }
  }
  return {
    meet: learn,
    choose(answer, document, choices, fates) {
      const choice = learn(document).get(answer.question)
      const options = chosen(answer)
      if (choice === 'other') fates.drop('answer', 'other-question', answer.id)
      else if (choice === undefined || options === undefined) {
        fates.drop('answer', 'not-a-choice', answer.id)
      } else if (choices.has(choice.key)) fates.drop('answer', 'second-answer', answer.id)
      else {
        const categories = new Set(options.map(choice.categoryOf))
        for (const category of categories) known.get(choice.key)?.add(category)
        choices.set(choice.key, categories)
        fates.keep('answer')
      }
    },
    scores: (choices) =>
      new Map(
        [...choices].flatMap(([key, categories]) =>
          [...(known.get(key) ?? [])].map(
            (category) => [category, categories.has(category) ? 1 : 0] as const,
          ),
        ),
      ),
    names: () => [
      ...new Set([...known].flatMap(([key, names]) => [...(fixed.get(key) ?? []), ...names])),
    ],
  }
}

/** The options of an answer; a text that is no option stands as it is. */
function chosen({ value }: Answer): readonly string[] | undefined {
  switch (value.type) {
    case 'choice':
      return value.options
    case 'texts':
      return value.texts
    case 'text':
      return [value.text]
    default:
      return undefined
  }
}

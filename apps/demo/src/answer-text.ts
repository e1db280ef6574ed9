import type { AnswerValue, GroupAnswer, LabelSchema, Question } from '@labelport/model'

/** Every question of a schema by id, children of groups included. */
export function questionsOf({ questions }: LabelSchema): ReadonlyMap<string, Question> {
  const found = new Map<string, Question>()
  const collect = (some: readonly Question[]): void => {
    for (const question of some) {
      found.set(question.id, question)
      if (question.type === 'group') collect(question.questions)
    }
  }
  collect(questions)
  return found
}

/** An answer as people read it: names of options, not their ids. */
export function answerText(
  value: AnswerValue,
  question: Question | undefined,
  questions: ReadonlyMap<string, Question>,
): string {
  switch (value.type) {
    case 'text':
      return value.text
    case 'texts':
      return value.texts.join(', ')
    case 'choice':
      return value.options.map((id) => optionName(question, id)).join(', ')
    case 'number':
      return String(value.number)
    case 'flag':
      return value.flag ? 'yes' : 'no'
    case 'moment':
      return value.iso
    case 'group':
      return value.entries.map((entry) => entryText(entry, questions)).join(' \u00b7 ')
    case 'raw':
      return JSON.stringify(value.json) ?? ''
    default:
      return value satisfies never
  }
}

function entryText(
  entry: readonly GroupAnswer[],
  questions: ReadonlyMap<string, Question>,
): string {
  return entry
    .map(({ question: id, value }) => {
      const question = questions.get(id)
      return `${question?.text ?? id}: ${answerText(value, question, questions)}`
    })
    .join(', ')
}

/** The names of a hierarchy are told from the top. */
function optionName(question: Question | undefined, id: string): string {
  if (question?.type !== 'choice') return id
  const names: string[] = []
  let at: string | undefined = id
  while (at !== undefined && names.length < 12) {
    const wanted: string = at
    const option = question.options.find((one) => one.id === wanted)
    if (option === undefined) break
    names.unshift(option.name)
    at = option.parent
  }
  return names.length === 0 ? id : names.join(' \u203a ')
}

import { type AnswerValue, labelNames, type Question } from '@labelport/model'

/** An answer as plain JSON with readable names in place of ids. */
export function plainAnswer(value: AnswerValue, question: Question | undefined): unknown {
  switch (value.type) {
    case 'text':
      return value.text
    case 'texts':
      return value.texts
    case 'number':
      return value.number
    case 'flag':
      return value.flag
    case 'moment':
      return value.iso
    case 'raw':
      return value.json
    case 'choice': {
      const names = value.options.map(optionNames(question))
      const single = question?.type === 'choice' && question.multiple !== true
      return single && names.length === 1 ? names[0] : names
    }
    case 'group': {
      const children = question?.type === 'group' ? question.questions : []
      return value.entries.map((entry) =>
        Object.fromEntries(
          entry.map((answer) => {
            const child = children.find(({ id }) => id === answer.question)
            return [child?.text ?? answer.question, plainAnswer(answer.value, child)]
          }),
        ),
      )
    }
    default:
      return value satisfies never
  }
}

/** The names of a question's choices by id; unknown ones stand as they are. */
function optionNames(question: Question | undefined): (option: string) => string {
  if (question?.type !== 'choice') return (option) => option
  const labelSets = [{ id: '', appliesTo: 'text' as const, labels: question.options }]
  const names = labelNames({ labelSets, questions: [] }, 'text')
  return (option) => names.nameOf('', option)
}

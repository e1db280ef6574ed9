import { type AnswerValue, labelNames, type Question } from '@labelport/model'

const asItIs = (name: string): string => name

/** The readable names of a question's choices by id; unknown ones stand as they are. `spell` writes each name. */
export function optionNames(
  question: Question | undefined,
  spell: (name: string) => string = asItIs,
): (option: string) => string {
  if (question?.type !== 'choice') return spell
  const labelSets = [{ id: '', appliesTo: 'text' as const, labels: question.options }]
  const names = labelNames({ labelSets, questions: [] }, 'text')
  return (option) => spell(names.nameOf('', option))
}

/** An answer as plain JSON with readable names in place of ids. `spell` writes the names of choices. */
export function plainAnswer(
  value: AnswerValue,
  question: Question | undefined,
  spell: (name: string) => string = asItIs,
): unknown {
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
      const names = value.options.map(optionNames(question, spell))
      const single = question?.type === 'choice' && question.multiple !== true
      return single && names.length === 1 ? names[0] : names
    }
    case 'group': {
      const children = question?.type === 'group' ? question.questions : []
      return value.entries.map((entry) =>
        Object.fromEntries(
          entry.map((answer) => {
            const child = children.find(({ id }) => id === answer.question)
            return [child?.text ?? answer.question, plainAnswer(answer.value, child, spell)]
          }),
        ),
      )
    }
    default:
      return value satisfies never
  }
}

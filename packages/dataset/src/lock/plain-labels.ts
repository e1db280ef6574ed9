import type { LabelsInUse } from './labels-in-use.ts'

/** Class names as plain JSON. */
export interface PlainLabels {
  readonly text: readonly string[]
  readonly box: readonly string[]
  readonly questions: readonly (readonly [question: string, choices: readonly string[]])[]
}

/** Class names as plain JSON. */
export function plainLabels({ text, box, questions }: LabelsInUse): PlainLabels {
  return { text, box, questions: [...questions] }
}

/** All names of several collections, in the order they are first met. */
export function joinLabels(all: readonly PlainLabels[]): LabelsInUse {
  const questions = new Map<string, Set<string>>()
  for (const [question, choices] of all.flatMap((one) => one.questions)) {
    questions.set(question, new Set([...(questions.get(question) ?? []), ...choices]))
  }
  return {
    text: [...new Set(all.flatMap(({ text }) => text))],
    box: [...new Set(all.flatMap(({ box }) => box))],
    questions: new Map([...questions].map(([question, choices]) => [question, [...choices]])),
  }
}

import {
  type Answer,
  type AnswerValue,
  type Cell,
  emptySchema,
  type LabeledDocument,
  type LabelSchema,
  type Question,
  unknownOrigin,
} from '@labelport/model'
import { classQuestion, named } from './class-question.ts'

/** Collects texts and their classes: each becomes a row and the answer to one question. */
export interface ClassRows {
  /** Adds a row; returns the labels that are no option of a question known from elsewhere. */
  add(text: string, labels: readonly string[]): readonly string[]
  /** How many different classes were met. */
  readonly classes: number
  /** All rows. Call it once. */
  document(): LabeledDocument
}

/**
 * Starts at row 0. The question is the `wanted` one of the schema, or its first choice about rows; without
 * one a choice is made up, with the classes in the order they are met.
 */
export function classRows(
  base: Pick<LabeledDocument, 'id' | 'name'>,
  schema: LabelSchema | undefined,
  wanted: string,
): ClassRows {
  const known = classQuestion(schema?.questions ?? [], wanted)
  const cells: Cell[] = []
  const answers: Answer[] = []
  const met = new Set<string>()
  let several = false
  const made = wanted === '' ? 'Label' : wanted
  const questionId = known?.id ?? freeId(made, schema)
  return {
    get classes() {
      return met.size
    },
    add(text, labels) {
      const row = cells.length
      cells.push({ row, column: 0, text })
      if (labels.length === 0) return []
      for (const label of labels) met.add(label)
      several ||= labels.length > 1
      const { value, unknown } = answerValue(labels, known)
      answers.push({
        type: 'answer',
        id: `answer-${row}`,
        question: questionId,
        about: { type: 'row', row },
        value,
        origin: unknownOrigin,
      })
      return unknown
    },
    document: () => ({
      ...base,
      tasks: ['row'],
      cells,
      media: [],
      annotations: answers,
      comments: [],
      schema: known === undefined ? withQuestion(schema) : (schema ?? emptySchema),
    }),
  }

  function withQuestion(given: LabelSchema = emptySchema): LabelSchema {
    const question: Question = {
      id: questionId,
      text: made,
      about: { type: 'row' },
      type: 'choice',
      ...(several && { multiple: true }),
      options: [...met].map((name) => ({ id: name, name })),
    }
    return { ...given, questions: [...given.questions, question] }
  }
}

function answerValue(
  labels: readonly string[],
  question: Question | undefined,
): { readonly value: AnswerValue; readonly unknown: readonly string[] } {
  if (question !== undefined && question.type !== 'choice') {
    const [only = ''] = labels
    const one = labels.length === 1 && !('multiple' in question && question.multiple)
    const value = one
      ? ({ type: 'text', text: only } as const)
      : ({ type: 'texts', texts: labels } as const)
    return { value, unknown: [] }
  }
  const found = labels.map((label) => ({ label, id: named(label, question) }))
  return {
    value: { type: 'choice', options: found.map(({ label, id }) => id ?? label) },
    unknown: found.filter(({ id }) => id === undefined).map(({ label }) => label),
  }
}

function freeId(id: string, schema: LabelSchema | undefined): string {
  const taken = new Set(schema?.questions.map((question) => question.id))
  let free = id
  while (taken.has(free)) free += '*'
  return free
}

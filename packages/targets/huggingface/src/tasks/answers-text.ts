import { plainAnswer } from '@labelport/format'
import type { Answer, LabelSchema } from '@labelport/model'
import { writtenOut } from '../surrogates.ts'

/** Question texts and answers as a JSON object; null without answers. */
export function answersText(
  answers: readonly Answer[] | undefined,
  schema: LabelSchema,
): string | null {
  if (answers === undefined || answers.length === 0) return null
  const entries = new Map<string, unknown>()
  for (const { question: id, value } of answers) {
    const question = schema.questions.find((one) => one.id === id)
    const asked = question?.text ?? id
    let name = asked
    for (let count = 2; entries.has(name); count += 1) name = `${asked} (${count})`
    entries.set(name, plainAnswer(value, question, writtenOut))
  }
  return JSON.stringify(Object.fromEntries(entries))
}

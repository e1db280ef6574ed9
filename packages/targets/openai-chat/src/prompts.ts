import { wellFormed } from '@labelport/format'
import type { Question } from '@labelport/model'
import type { Options } from './options.ts'
import { parseTemplate, type TemplateValues } from './template.ts'

/** One turn of a conversation. */
export interface Message {
  readonly role: 'system' | 'user' | 'assistant'
  readonly content: string
}

const system = {
  quotes: parseTemplate(
    'Find every entity in the text. Answer with JSON: {"entities": [{"label": "...", "text": "..."}]}. Labels: {labels}.',
    'system',
  ),
  offsets: parseTemplate(
    'Find every entity in the text. Answer with JSON: {"entities": [{"label": "...", "text": "...", "start": 0, "end": 0}]}; start and end count characters. Labels: {labels}.',
    'system',
  ),
  one: parseTemplate('{question}\nAnswer with one of: {labels}.', 'system'),
  several: parseTemplate(
    '{question}\nAnswer with one or more, a line for each: {labels}.',
    'system',
  ),
  json: parseTemplate(
    '{question}\nAnswer with JSON: {"labels": ["..."]}. Labels: {labels}.',
    'system',
  ),
  open: parseTemplate('{question}', 'system'),
} as const

/** A kind of answer that has an instruction of its own. */
export type Instruction = keyof typeof system

/** The instruction for a question when answers are texts. */
export function instructionFor(question: Question | undefined): Instruction {
  if (question?.type !== 'choice') return 'open'
  return question.multiple ? 'several' : 'one'
}

/** The messages before the answer. A system message that comes out blank is left out. */
export function promptOf(
  options: Options,
  instruction: Instruction,
  values: TemplateValues,
): readonly Message[] {
  const first = wellFormed((options.system ?? system[instruction]).fill(values))
  const user: Message = { role: 'user', content: wellFormed(options.user.fill(values)) }
  return first.trim() === '' ? [user] : [{ role: 'system', content: first }, user]
}

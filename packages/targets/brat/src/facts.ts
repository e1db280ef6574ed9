import { optionText, printValue } from '@labelport/format'
import type { Answer, Comment, LabeledDocument, Question } from '@labelport/model'
import type { Options } from './options.ts'
import type { DocumentFates } from './reasons.ts'
import { typeName } from './type-name.ts'
import type { TypeList } from './types.ts'

/** What facts about labels are written with. */
interface FactScope {
  readonly document: LabeledDocument
  readonly fates: DocumentFates
  readonly types: TypeList
  readonly options: Options
  /** The id in the file of each label that is there, by annotation id. */
  readonly ids: ReadonlyMap<string, string>
}

/** The lines of attributes and notes. */
export function factLines(answers: readonly Answer[], scope: FactScope): string[] {
  const { document, fates, types, options, ids } = scope
  const attributes: string[] = []
  const notes: string[] = []
  const answered = new Set<string>()
  const note = (kind: string, id: string, text: string) =>
    notes.push(`#${notes.length + 1}\t${kind} ${id}\t${text}`)
  for (const answer of answers) {
    const { about, id, value } = answer
    const label = about.type === 'annotation' ? ids.get(about.id) : undefined
    const question = document.schema.questions.find((one) => one.id === answer.question)
    const name = question?.text ?? answer.question
    const key = `${label} ${name}`
    if (about.type !== 'annotation') fates.drop('answer', 'no-place', id)
    else if (label === undefined) fates.drop('answer', 'left-out', id)
    else if (answered.has(key)) fates.drop('answer', 'second-answer', id)
    else {
      answered.add(key)
      const choice = choiceOf(answer, question)
      if (choice !== undefined) {
        const { type, value: stored } = types.attribute(name, choice, choicesOf(question))
        attributes.push(`A${attributes.length + 1}\t${type} ${label} ${stored}`)
        if (type === name && stored === choice) fates.keep('answer')
        else fates.change('answer', 'name-respelled', id)
      } else if (options.notes) {
        const text = printValue(value, question) ?? JSON.stringify(value)
        note('Answer', label, oneLine(`${name}: ${text}`))
        fates.change('answer', 'as-note', id)
      } else fates.drop('answer', 'no-notes', id)
    }
  }
  for (const comment of document.comments) {
    const label = labelOf(comment, ids)
    const text = oneLine(comment.text)
    if (comment.about.type !== 'annotation') fates.drop('comment', 'no-place', comment.id)
    else if (label === undefined) fates.drop('comment', 'left-out', comment.id)
    else if (!options.notes) fates.drop('comment', 'no-notes', comment.id)
    else {
      note('AnnotatorNotes', label, text)
      if (text === comment.text) fates.keep('comment')
      else fates.change('comment', 'note-flattened', comment.id)
    }
  }
  return [...attributes, ...notes]
}

/** The one name an answer consists of, as attributes do. */
function choiceOf({ value }: Answer, question: Question | undefined): string | undefined {
  if (value.type === 'flag') return String(value.flag)
  if (value.type !== 'choice' || value.options.length !== 1) return undefined
  return value.options.map((id) => optionText(id, question))[0]
}

/** Flags are asked in many ways; as an attribute they are `true` or `false`. */
function choicesOf(question: Question | undefined): readonly string[] {
  if (question?.type !== 'choice') return question?.type === 'flag' ? ['true', 'false'] : []
  return question.options.map(({ id }) => optionText(id, question))
}

function labelOf({ about }: Comment, ids: FactScope['ids']): string | undefined {
  return about.type === 'annotation' ? ids.get(about.id) : undefined
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the control characters that end lines.
const breaks = /[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]/g

/** brat takes white space off both ends of a note. */
function oneLine(text: string): string {
  return text
    .replace(breaks, ' ')
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .trim()
}

/** Whether brat keeps a name as it is. */
export function isPlain(name: string): boolean {
  return typeName(name) === name
}

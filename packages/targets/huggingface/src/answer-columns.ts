import { type ClassNames, optionNames } from '@labelport/format'
import type { Answer, LabelSchema, Question } from '@labelport/model'
import { columnType, convertAnswer } from './answer-value.ts'
import { classIds } from './class-ids.ts'
import type { Columns } from './columns.ts'
import type { DocumentFates } from './reasons.ts'
import { writtenOut } from './surrogates.ts'
import type { Value, ValueType } from './value-type.ts'

/** Columns for the answers to questions of one kind. */
export interface AnswerColumns {
  /** Adds the columns of a schema's questions, in their order. */
  meet(schema: LabelSchema): void
  /** Puts an answer into a row and tells what became of it. */
  put(
    answer: Answer,
    schema: LabelSchema,
    values: Record<string, Value>,
    fates: DocumentFates,
  ): void
  /** How often each class was written, as `column: class`. */
  counts(): ReadonlyMap<string, number>
}

interface AnswerColumn {
  readonly name: string
  readonly question: Question
  readonly type: ValueType
  readonly nameOf: (option: string) => string
}

/** Questions of equal text and kind share a column, whichever project they come from. */
export function answerColumns(
  columns: Columns,
  about: 'row' | 'document',
  locked?: ClassNames['questions'],
): AnswerColumns {
  const bySchema = new WeakMap<LabelSchema, Map<string, AnswerColumn>>()
  const byKey = new Map<string, Pick<AnswerColumn, 'name' | 'type'>>()
  const counts = new Map<string, number>()

  const columnOf = (question: Question, key: string): AnswerColumn => {
    const nameOf = optionNames(question, writtenOut)
    let column = byKey.get(key)
    if (column === undefined) {
      const type = columnType(question, classIds(locked?.get(question.text)?.map(writtenOut)))
      column = { name: columns.add(question.text, type), type }
      byKey.set(key, column)
    }
    const ids = classesOf(column.type)
    if (question.type === 'choice' && ids !== undefined)
      for (const option of question.options) {
        const name = nameOf(option.id)
        ids.idOf(name)
        count(counts, `${column.name}: ${name}`, 0)
      }
    return { ...column, question, nameOf }
  }
  const meet = (schema: LabelSchema): Map<string, AnswerColumn> => {
    const known = bySchema.get(schema)
    if (known !== undefined) return known
    const found = new Map<string, AnswerColumn>()
    const times = new Map<string, number>()
    for (const question of schema.questions) {
      if (question.about.type !== about) continue
      const multiple = 'multiple' in question && question.multiple === true
      const key = JSON.stringify([question.text, question.type, multiple])
      const time = (times.get(key) ?? 0) + 1
      times.set(key, time)
      found.set(question.id, columnOf(question, `${key} ${time}`))
    }
    bySchema.set(schema, found)
    return found
  }
  return {
    meet,
    put(answer, schema, values, fates) {
      const known = meet(schema)
      let column = known.get(answer.question)
      if (column === undefined) {
        const { question: id } = answer
        const question: Question = { id, text: id, about: { type: about }, type: 'text' }
        column = columnOf(question, `unknown ${id}`)
        known.set(id, column)
      }
      if (values[column.name] !== undefined) {
        fates.drop('answer', 'second-answer', answer.id)
        return
      }
      const converted = convertAnswer(answer.value, column.question, column.type, column.nameOf)
      if (converted === undefined) {
        fates.drop('answer', 'answer-type', answer.id)
        return
      }
      values[column.name] = converted.value
      countClasses(counts, column, converted.value)
      if (converted.code === undefined) fates.keep('answer')
      else fates.change('answer', converted.code, answer.id)
    },
    counts: () => counts,
  }
}

function classesOf(type: ValueType) {
  const inner = type.type === 'list' ? type.of : type
  return inner.type === 'class-label' ? inner.ids : undefined
}

function countClasses(counts: Map<string, number>, column: AnswerColumn, value: Value): void {
  const ids = classesOf(column.type)
  if (ids === undefined) return
  for (const id of Array.isArray(value) ? value : [value]) {
    count(counts, `${column.name}: ${ids.names[Number(id)] ?? ''}`, 1)
  }
}

function count(counts: Map<string, number>, name: string, by: number): void {
  counts.set(name, (counts.get(name) ?? 0) + by)
}

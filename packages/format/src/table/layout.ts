import type { Column, LabeledDocument, Question } from '@labelport/model'
import { allowsSeveral } from './header.ts'

/** Where the cells and answers of a document go in a table. */
export interface TableLayout {
  readonly names: readonly string[]
  /** The column of a question, by its id. */
  readonly answerColumn: ReadonlyMap<string, number>
  readonly question: ReadonlyMap<string, Question>
}

/**
 * Answer columns the document has are filled in place; questions without one get a column at the end. Of a
 * document that comes in segments nobody knows yet which questions are answered, so all of them get one.
 */
export function tableLayoutOf(document: LabeledDocument): TableLayout {
  const columns: readonly Column[] = document.columns ?? textColumns(document)
  const question = new Map<string, Question>()
  for (const about of ['row', 'document']) {
    for (const one of document.schema.questions) {
      if (one.about.type === about) question.set(one.id, one)
    }
  }
  const names = columns.map(({ name }) => name)
  const answerColumn = new Map<string, number>()
  const free = [...columns.keys()].filter((column) => columns[column]?.role === 'answer')
  const place = (id: string, fits: (name: string) => boolean): void => {
    if (answerColumn.has(id)) return
    const at = free.findIndex((column) => fits(names[column] ?? ''))
    const [column] = at === -1 ? [] : free.splice(at, 1)
    if (column !== undefined) answerColumn.set(id, column)
  }
  for (const { id, text } of question.values()) place(id, (name) => name === text)
  for (const { id, text } of question.values()) {
    place(id, (name) => name.toLowerCase() === text.toLowerCase())
  }
  for (const id of questionsToPlace(document, question)) {
    place(id, (name) => name === id)
    if (answerColumn.has(id)) continue
    answerColumn.set(id, names.length)
    names.push(question.get(id)?.text ?? id)
  }
  return { names, answerColumn, question }
}

/** Whether a question takes several answers; one that is not known does not. */
export function takesSeveral(question: Question | undefined): boolean {
  return question !== undefined && allowsSeveral(question)
}

/** Those about rows, then those about the document. */
function questionsToPlace(
  { annotations, segment }: LabeledDocument,
  asked: TableLayout['question'],
): Set<string> {
  const ids = new Set<string>()
  if (segment !== undefined && !segment.last) for (const id of asked.keys()) ids.add(id)
  for (const type of ['row', 'document']) {
    for (const one of annotations) {
      if (one.type === 'answer' && one.about.type === type) ids.add(one.question)
    }
  }
  return ids
}

/** A document that is no table becomes one, with as many columns as its cells need. */
function textColumns({ cells, annotations, segment }: LabeledDocument): Column[] {
  const isAnswered = annotations.some(
    (one) => one.type === 'answer' && one.about.type === 'document',
  )
  if (cells.length === 0 && isAnswered && segment === undefined) return []
  const last = cells.reduce((highest, { column }) => Math.max(highest, column), 0)
  return Array.from({ length: last + 1 }, (_, column) => ({
    name: column === 0 ? 'Text' : `Text ${column + 1}`,
  }))
}

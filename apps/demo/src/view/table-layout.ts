import type { Answer, Column, LabelSchema } from '@labelport/model'
import type { DocumentPage } from '../document-page.ts'

/** A column of the table on the page. */
export interface TableColumn {
  readonly name: string
  readonly role: 'data' | 'answer'
  /** Position among the document's columns. Absent for questions that have no column of their own. */
  readonly position?: number
  /** Id of the question whose answers stand here. */
  readonly question?: string
}

/**
 * The columns of the document, nameless ones for cells beyond them, then the questions that rows have answers to
 * and that no column is named after. Of several columns with one name the first takes the first such question.
 */
export function tableColumns({
  columns = [],
  cells,
  annotations,
  schema,
}: Pick<DocumentPage, 'columns' | 'cells' | 'annotations' | 'schema'>): readonly TableColumn[] {
  const width = cells.reduce((most, { column }) => Math.max(most, column + 1), columns.length)
  const open = rowQuestions(annotations, schema)
  const placed = Array.from({ length: width }, (_, position): TableColumn => {
    const { name, role = 'data' }: Column = columns[position] ?? { name: '' }
    if (role === 'data') return { name, role, position }
    const found = open.findIndex((question) => question.name === name)
    const [question] = found === -1 ? [] : open.splice(found, 1)
    return { name, role, position, ...(question && { question: question.id }) }
  })
  const loose = open.map(({ id, name }): TableColumn => ({ name, role: 'answer', question: id }))
  return [...placed, ...loose]
}

/** The questions rows have answers to: known ones in the order of the schema, then the others. */
function rowQuestions(
  annotations: DocumentPage['annotations'],
  schema: LabelSchema,
): { readonly id: string; readonly name: string }[] {
  const asked = new Set(
    annotations
      .filter((one): one is Answer => one.type === 'answer' && one.about.type === 'row')
      .map(({ question }) => question),
  )
  const known = schema.questions.filter(({ id }) => asked.has(id))
  const ids = new Set(known.map(({ id }) => id))
  const unknown = [...asked].filter((id) => !ids.has(id))
  return [
    ...known.map(({ id, text }) => ({ id, name: text })),
    ...unknown.map((id) => ({ id, name: id })),
  ]
}

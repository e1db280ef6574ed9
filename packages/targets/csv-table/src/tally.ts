import type { PersonName } from '@labelport/format'
import type { LabeledDocument, StatementType } from '@labelport/model'
import { documentFields } from './document-fields.ts'
import type { TableRow } from './tables.ts'

/** Counts the rows of one document over its segments, so that its own row tells what the tables hold. */
export interface DocumentTally {
  count(type: Exclude<StatementType, 'comment'>): void
  row(): TableRow<'documents'>
}

/** Starts at zero. */
export function documentTally(document: LabeledDocument, personName: PersonName): DocumentTally {
  const counts = { cell: 0, span: 0, relation: 0, answer: 0, box: 0, timestamp: 0 }
  const fields = documentFields(document, personName)
  const tasks = document.tasks.join(' ')
  return {
    count(type) {
      counts[type] += 1
    },
    row: () => ({
      ...fields,
      tasks,
      cells: counts.cell,
      spans: counts.span,
      relations: counts.relation,
      answers: counts.answer,
      boxes: counts.box,
      timestamps: counts.timestamp,
    }),
  }
}

import type { LabeledDocument, StatementType } from '@labelport/model'
import type { TableRow } from './tables.ts'

/** Counts the rows of one document over its segments, so that its own row tells what the tables hold. */
export interface DocumentTally {
  count(type: Exclude<StatementType, 'comment'>): void
  row(): TableRow<'documents'>
}

/** Starts at zero. */
export function documentTally({ tasks }: Pick<LabeledDocument, 'tasks'>): DocumentTally {
  const counts = { cell: 0, span: 0, relation: 0, answer: 0, box: 0, timestamp: 0 }
  return {
    count(type) {
      counts[type] += 1
    },
    row: () => ({
      tasks: tasks.join(' '),
      cells: counts.cell,
      spans: counts.span,
      relations: counts.relation,
      answers: counts.answer,
      boxes: counts.box,
      timestamps: counts.timestamp,
    }),
  }
}

import type { Annotation } from './annotation.ts'
import type { LabeledDocument } from './document.ts'

/** Everything in a document whose fate is accounted for: cells, the five annotations, comments. */
export type StatementType = 'cell' | Annotation['type'] | 'comment'

/** In the order they are reported. */
export const statementTypes = [
  'cell',
  'span',
  'relation',
  'answer',
  'box',
  'timestamp',
  'comment',
] as const satisfies readonly StatementType[]

/** A number for each type of statement. */
export type StatementCounts = Record<StatementType, number>

/** Counts of zero. */
export function noStatements(): StatementCounts {
  return { cell: 0, span: 0, relation: 0, answer: 0, box: 0, timestamp: 0, comment: 0 }
}

/** How many statements of each type a document holds. */
export function countStatements(document: LabeledDocument): StatementCounts {
  const counts = noStatements()
  counts.cell = document.cells.length
  counts.comment = document.comments.length
  for (const annotation of document.annotations) counts[annotation.type] += 1
  return counts
}

import { type Feature, features, type LabeledDocument, type StatementType } from '@labelport/model'
import { canonical } from './difference.ts'

/** Features whose facts form a sequence; those of all others are a set that keeps no order. */
const ordered: ReadonlySet<Feature> = new Set<Feature>([
  'text',
  'cell.hidden',
  'table',
  'tokens',
  'whitespace',
  'speaker',
  'metadata',
  'media',
  'schema.labels',
  'schema.questions',
])

/** The facts of a feature in several documents, in an order that can be compared. */
export function factsOf(feature: Feature, documents: readonly LabeledDocument[]): unknown[] {
  const facts = documents.flatMap((document) => features[feature](document))
  if (ordered.has(feature)) return facts
  return facts
    .map((fact) => ({ fact, key: canonical(fact) }))
    .sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)))
    .map(({ fact }) => fact)
}

/** The features that say what became of the statements of a type. */
export const featuresOfStatement = {
  cell: ['text', 'cell.hidden'],
  span: ['span'],
  relation: ['relation'],
  answer: ['answer.document', 'answer.row', 'answer.annotation'],
  box: ['box'],
  timestamp: ['timestamp'],
  comment: ['comment'],
} as const satisfies Record<StatementType, readonly Feature[]>

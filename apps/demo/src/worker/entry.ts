import { totalsOf } from '@labelport/dataset'
import { type Annotation, countStatements, doubtOf, type LabeledDocument } from '@labelport/model'
import type { DocumentEntry } from '../protocol.ts'

/** Numbers for what occurs in many documents, so that an entry of the list stays small. */
export interface Numbering {
  label(document: LabeledDocument, annotation: Exclude<Annotation, { type: 'answer' }>): number
  person(annotation: Annotation): number | undefined
}

/** The line of the list that stands for a document. */
export function entryOf(
  document: LabeledDocument,
  place: { readonly index: number; readonly project: number; readonly cabinet: number },
  numbering: Numbering,
): DocumentEntry {
  const { name, part, segment, tasks, cells, annotations } = document
  const { rows, tokens, hidden } = totalsOf(document)
  const labels = new Map<number, number>()
  const makers = new Map<number, { made: number; rejected: number }>()
  let rejected = 0
  for (const one of annotations) {
    const isRejected = doubtOf(one.origin) === 'rejected'
    if (isRejected) rejected += 1
    if (one.type !== 'answer') {
      const label = numbering.label(document, one)
      labels.set(label, (labels.get(label) ?? 0) + 1)
    }
    const person = numbering.person(one)
    if (person === undefined) continue
    const { made, rejected: before } = makers.get(person) ?? { made: 0, rejected: 0 }
    makers.set(person, { made: made + 1, rejected: before + (isRejected ? 1 : 0) })
  }
  return {
    ...place,
    name,
    ...(part === undefined ? {} : { part }),
    ...(segment === undefined ? {} : { segment }),
    tasks,
    rows,
    tokens,
    hidden,
    characters: cells.reduce((sum, { text }) => sum + text.length, 0),
    counts: countStatements(document),
    conflicts: annotations.filter(({ origin }) => origin.by === 'conflict').length,
    rejected,
    labels: [...labels].map(([label, count]) => ({ label, count })),
    makers: [...makers].map(([person, { made, rejected: lost }]) => ({
      person,
      made,
      rejected: lost,
    })),
  }
}

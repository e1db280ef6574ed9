import { countStatements, type LabeledDocument } from '@labelport/model'
import type { DocumentEntry } from '../protocol.ts'

/** The line of the list that stands for a document. */
export function entryOf(
  document: LabeledDocument,
  place: { readonly index: number; readonly project: number; readonly cabinet: number },
): DocumentEntry {
  const { name, part, segment, tasks } = document
  return {
    ...place,
    name,
    ...(part === undefined ? {} : { part }),
    ...(segment === undefined ? {} : { segment }),
    tasks,
    rows: new Set(document.cells.map(({ row }) => row)).size,
    counts: countStatements(document),
    conflicts: document.annotations.filter(({ origin }) => origin.by === 'conflict').length,
  }
}

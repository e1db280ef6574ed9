import { textBoxLabel } from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'

/**
 * What a document says, without what files keep besides, in an order that can be compared. That it is audio
 * or has boxes around text is seen by its statements alone, which may be gone; `idOf` makes ids equal that
 * a reader may make anew.
 */
export function said(
  document: LabeledDocument,
  idOf: (id: string) => string = (id) => id,
): Omit<LabeledDocument, 'extra' | 'cells'> & { readonly cells: unknown } {
  const { extra: _, annotations, comments, cells, tasks, schema, ...rest } = document
  const plain = <T extends { readonly id: string; readonly extra?: unknown }>(list: readonly T[]) =>
    list
      .map(({ extra: _, ...one }) => ({ ...one, id: idOf(one.id) }))
      .map((one) => ({ key: JSON.stringify([one.id, one]), one }))
      .sort((a, b) => (a.key < b.key ? -1 : 1))
      .map(({ one }) => one as unknown as T)
  return {
    ...rest,
    tasks: tasks.filter((task) => task !== 'audio'),
    cells: cells.map((cell) => ({ ...cell, tokens: cell.tokens && [...cell.tokens] })),
    annotations: plain(annotations),
    comments: plain(comments),
    schema: {
      ...schema,
      labelSets: schema.labelSets.filter(
        ({ id, labels }) => labels.length > 0 && id !== textBoxLabel.labelSet,
      ),
    },
  }
}

/** The document with the labels that are used declared, as writers declare them. */
export function declaringLabels(document: LabeledDocument): LabeledDocument {
  const labelSets = document.schema.labelSets.map((set) => ({ ...set, labels: [...set.labels] }))
  for (const one of document.annotations) {
    if (one.type !== 'span') continue
    let set = labelSets.find(({ id }) => id === one.labelSet)
    if (set === undefined) {
      set = { id: one.labelSet, appliesTo: 'text', labels: [] }
      labelSets.push(set)
    }
    const known = set.labels.some(({ id }) => id === one.label)
    if (!known) set.labels.push({ id: one.label, name: one.label })
  }
  return { ...document, schema: { ...document.schema, labelSets } }
}

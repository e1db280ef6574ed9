import type { Label, LabeledDocument, LabelSet } from '@labelport/model'

/** A label set with its number: Datasaur's labels name their set by `layer`. */
export interface Layer {
  readonly index: number
  readonly set: LabelSet
  /** Whether the schema has it or it holds labels; a set only unnamed arrows refer to is not written. */
  readonly isWritten: boolean
}

/** The text label sets of a document by id, labels that are used without being declared included. */
export type Layers = ReadonlyMap<string, Layer>

/**
 * Numbers the text label sets. A set whose id is a number keeps it, others take the next free one; sets
 * that labels name and the schema does not know are added with the labels' ids as names.
 */
export function layersOf(document: Pick<LabeledDocument, 'schema' | 'annotations'>): Layers {
  const sets = new Map<string, LabelSet>()
  for (const set of document.schema.labelSets) if (set.appliesTo === 'text') sets.set(set.id, set)
  const declared = new Set(sets.keys())
  const undeclared = new Map<string, Map<string, Label>>()
  for (const one of document.annotations) {
    if (one.type !== 'span' && one.type !== 'relation') continue
    let labels = undeclared.get(one.labelSet)
    if (labels === undefined) {
      labels = new Map()
      undeclared.set(one.labelSet, labels)
    }
    if (one.label !== undefined && !labels.has(one.label)) {
      labels.set(one.label, { id: one.label, name: one.label })
    }
  }
  for (const [id, labels] of undeclared) {
    const set = sets.get(id) ?? { id, appliesTo: 'text', labels: [] }
    for (const label of set.labels) labels.delete(label.id)
    if (labels.size > 0) sets.set(id, { ...set, labels: [...set.labels, ...labels.values()] })
    else if (!sets.has(id)) sets.set(id, set)
  }
  return numbered(sets, declared)
}

/** Whether a label set is called by a number, which it keeps whatever other sets there are. */
export function isLayerNumber(id: string): boolean {
  return /^(0|[1-9]\d{0,5})$/.test(id)
}

function numbered(sets: ReadonlyMap<string, LabelSet>, declared: ReadonlySet<string>): Layers {
  const indexOf = new Map<string, number>()
  for (const id of sets.keys()) if (isLayerNumber(id)) indexOf.set(id, Number(id))
  const taken = new Set(indexOf.values())
  let next = 0
  for (const id of sets.keys()) {
    if (indexOf.has(id)) continue
    while (taken.has(next)) next += 1
    taken.add(next)
    indexOf.set(id, next)
  }
  return new Map(
    [...sets].map(([id, set]) => {
      const isWritten = declared.has(id) || set.labels.length > 0
      return [id, { index: indexOf.get(id) ?? 0, set, isWritten }]
    }),
  )
}

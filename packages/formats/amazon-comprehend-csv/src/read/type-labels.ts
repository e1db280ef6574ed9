import { emptySchema, type Label, type LabelSchema, type LabelSet } from '@labelport/model'
import { typeName } from '../type-name.ts'
import type { TypeEntry } from '../types-table.ts'

/** Which label an entity type stands for. */
export interface TypeLabels {
  /** The label of a type; one is made up for types nobody knows. */
  of(type: string): { readonly labelSet: string; readonly label: string }
  /** Types that name several labels of the schema; the first was taken. */
  readonly ambiguous: ReadonlySet<string>
  /** With the labels that were made up. */
  schema(): LabelSchema
}

/** Types are looked up in the table beside the CSV, then among the names of the schema, in any case. */
export function typeLabels(
  given: LabelSchema | undefined,
  table: readonly TypeEntry[],
): TypeLabels {
  const start = given ?? schemaOf(table)
  const sets = start.labelSets.filter(({ appliesTo }) => appliesTo === 'text')
  const known = sets.flatMap((set) => set.labels.map((label) => ({ set, label })))
  const found = new Map<string, { readonly labelSet: string; readonly label: string }>()
  const ambiguous = new Set<string>()
  const made: Label[] = []
  const madeSet = freeId(start.labelSets)
  const find = (type: string) => {
    const entry = table.find((one) => one.type === type)
    const exact = known.find(
      ({ set, label }) => set.id === entry?.labelSet && label.id === entry.label,
    )
    if (exact !== undefined) return exact
    const wanted = entry?.name ?? type
    const equal = known.filter(({ label }) => label.name === wanted)
    const alike =
      equal.length > 0 ? equal : known.filter(({ label }) => typeName(label.name) === wanted)
    if (alike.length > 1) ambiguous.add(type)
    return alike[0]
  }
  return {
    ambiguous,
    of(type) {
      const before = found.get(type)
      if (before !== undefined) return before
      const entry = find(type)
      const label =
        entry === undefined
          ? { labelSet: madeSet, label: type }
          : { labelSet: entry.set.id, label: entry.label.id }
      if (entry === undefined) made.push({ id: type, name: type })
      found.set(type, label)
      return label
    },
    schema() {
      if (made.length === 0) return start
      const set: LabelSet = { id: madeSet, appliesTo: 'text', labels: made }
      return { ...start, labelSets: [...start.labelSets, set] }
    },
  }
}

function schemaOf(table: readonly TypeEntry[]): LabelSchema {
  const sets = new Map<string, Label[]>()
  for (const { labelSet, label, name } of table) {
    const labels = sets.get(labelSet) ?? []
    sets.set(labelSet, labels)
    if (labels.every(({ id }) => id !== label)) labels.push({ id: label, name })
  }
  const labelSets = [...sets].map(([id, labels]) => ({ id, appliesTo: 'text' as const, labels }))
  return labelSets.length === 0 ? emptySchema : { ...emptySchema, labelSets }
}

function freeId(sets: readonly LabelSet[]): string {
  let id = 'types'
  while (sets.some((set) => set.id === id)) id += '*'
  return id
}

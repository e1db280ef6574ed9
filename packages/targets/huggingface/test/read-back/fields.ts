import { type LabeledDocument, type LabelSet, labelNames } from '@labelport/model'

export type Row = Readonly<Record<string, unknown>>
export type Classes = ReadonlyMap<string, readonly string[]>

/** What was written, and the document whose ids of labels and questions are used. */
export interface Reading {
  readonly rows: readonly Row[]
  readonly classes: Classes
  readonly original: LabeledDocument
}

export function labelIds(
  { schema }: LabeledDocument,
  appliesTo: LabelSet['appliesTo'],
): ReadonlyMap<string, readonly [string, string]> {
  const names = labelNames(schema, appliesTo)
  const sets = schema.labelSets.filter((set) => set.appliesTo === appliesTo)
  return new Map(
    sets.flatMap((set) =>
      set.labels.map(({ id }) => [names.nameOf(set.id, id), [set.id, id] as const] as const),
    ),
  )
}

export function setOf(
  names: readonly string[],
  appliesTo: LabelSet['appliesTo'],
): readonly LabelSet[] {
  if (names.length === 0) return []
  return [{ id: 'classes', appliesTo, labels: names.map((name) => ({ id: name, name })) }]
}

export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

export function record(value: unknown): Row {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

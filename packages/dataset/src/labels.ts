import {
  type Annotation,
  findLabel,
  type LabeledDocument,
  type LabelSchema,
} from '@labelport/model'

/** How often a label was given. */
export interface LabelCount {
  readonly type: Exclude<Annotation['type'], 'answer'>
  /** The name of the label set, else its id. Absent when the statement names none. */
  readonly labelSet?: string
  /** The name of the label, else its id. Absent for statements without a label, such as bare arrows. */
  readonly label?: string
  count: number
}

/** Counts labels by type and name. */
export interface LabelTally {
  add(document: LabeledDocument): void
  /** Adds counts of another tally. */
  join(counts: readonly LabelCount[]): void
  /** Sorted by type, label set and label, by code units. */
  counts(): readonly LabelCount[]
}

/** Opens an empty tally. Names are looked up once for each schema and label. */
export function openLabelTally(): LabelTally {
  const counts = new Map<string, LabelCount>()
  let schema: LabelSchema | undefined
  let known = new Map<string, LabelCount>()
  return {
    add(document) {
      if (document.schema !== schema) known = new Map()
      schema = document.schema
      for (const annotation of document.annotations) {
        if (annotation.type === 'answer') continue
        const key = `${annotation.type}\n${annotation.labelSet ?? ''}\n${annotation.label ?? ''}`
        let count = known.get(key)
        if (count === undefined) {
          count = counterFor(counts, annotation, schema)
          known.set(key, count)
        }
        count.count += 1
      }
    },
    join(others) {
      for (const other of others) {
        const found = counts.get(keyOf(other))
        if (found === undefined) counts.set(keyOf(other), { ...other })
        else found.count += other.count
      }
    },
    counts: () => [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, count]) => count),
  }
}

function counterFor(
  counts: Map<string, LabelCount>,
  { type, labelSet: setId, label: labelId }: Exclude<Annotation, { type: 'answer' }>,
  schema: LabelSchema,
): LabelCount {
  const set = schema.labelSets.find(({ id }) => id === setId)
  const labelSet = set?.name ?? setId
  const label =
    setId === undefined || labelId === undefined
      ? labelId
      : (findLabel(schema, setId, labelId)?.name ?? labelId)
  const key = keyOf({ type, labelSet, label })
  const found = counts.get(key)
  if (found !== undefined) return found
  const count: LabelCount = {
    type,
    ...(labelSet === undefined ? {} : { labelSet }),
    ...(label === undefined ? {} : { label }),
    count: 0,
  }
  counts.set(key, count)
  return count
}

function keyOf({
  type,
  labelSet,
  label,
}: {
  readonly type: string
  readonly labelSet?: string | undefined
  readonly label?: string | undefined
}): string {
  return `${type}\n${labelSet ?? ''}\n${label ?? ''}`
}

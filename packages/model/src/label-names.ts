import type { Label, LabelSchema, LabelSet } from './schema.ts'

/** Names classes by label. */
export interface LabelNames {
  /** The class of a label; the id of a label that the schema does not know. */
  nameOf(labelSet: string, label: string): string
  /** All classes, in the order of the schema. */
  readonly names: readonly string[]
  /** Classes that had to be named longer than their label because the schema has its name twice. */
  readonly lengthened: readonly string[]
}

interface Entry {
  readonly set: LabelSet
  readonly label: Label
}

/**
 * A class is named like its label. Where a schema has a name twice, as hierarchies and several label
 * sets do, the path, then the label set, then the id is added until all names differ. Names rather
 * than ids join classes, so equal schemas of different projects give equal classes.
 */
export function labelNames(schema: LabelSchema, appliesTo: LabelSet['appliesTo']): LabelNames {
  let open: readonly Entry[] = schema.labelSets
    .filter((set) => set.appliesTo === appliesTo)
    .flatMap((set) => set.labels.map((label) => ({ set, label })))
  const all = open
  const names = new Map<string, string>()
  const taken = new Set<string>()
  const lengthened: string[] = []
  for (const [step, form] of forms.entries()) {
    const counts = new Map<string, number>()
    for (const entry of open) {
      const name = form(entry)
      counts.set(name, (counts.get(name) ?? 0) + 1)
    }
    const last = step === forms.length - 1
    const rest: Entry[] = []
    for (const entry of open) {
      const name = form(entry)
      if (!last && (counts.get(name) !== 1 || taken.has(name))) {
        rest.push(entry)
        continue
      }
      names.set(keyOf(entry.set.id, entry.label.id), name)
      taken.add(name)
      if (name !== entry.label.name) lengthened.push(name)
    }
    open = rest
  }
  return {
    nameOf: (labelSet, label) => names.get(keyOf(labelSet, label)) ?? label,
    names: all.map(({ set, label }) => names.get(keyOf(set.id, label.id)) ?? label.name),
    lengthened,
  }
}

/** Each longer than the one before; the last differs for any two labels. */
const forms: readonly ((entry: Entry) => string)[] = [
  ({ label }) => label.name,
  path,
  (entry) => `${entry.set.name ?? entry.set.id}/${path(entry)}`,
  (entry) => `${path(entry)} (${entry.set.id}/${entry.label.id})`,
]

function path({ set, label }: Entry): string {
  const steps = [label.name]
  const seen = new Set([label.id])
  for (let at = label.parent; at !== undefined && !seen.has(at); ) {
    seen.add(at)
    const parent = set.labels.find((candidate) => candidate.id === at)
    if (parent === undefined) break
    steps.unshift(parent.name)
    at = parent.parent
  }
  return steps.join('/')
}

function keyOf(labelSet: string, label: string): string {
  return `${labelSet}\n${label}`
}

import type { LabelSchema, LabelSet } from '@labelport/model'
import type { Finding } from './finding.ts'

/** What a name in a tag stands for. */
export interface NamedLabel {
  readonly labelSet: string
  readonly label: string
}

/** How a name was found among labels known from elsewhere. */
export type NameFinding = 'fine' | 'unknown-label' | 'ambiguous-label'

/** Gives the names of a file their place in a schema. */
export interface NamedLabels {
  /** Called once for each name, in the order they are met. */
  add(name: string): NameFinding
  /** By the index of the name. */
  readonly named: readonly NamedLabel[]
  /** The schema with every name met so far; the same object until a new one is met. */
  schema(): LabelSchema
}

/**
 * Names are looked up in the text label sets of `given`; those it does not know form a set of their own,
 * and so do all names when nothing is given.
 */
export function namedLabels(given: LabelSchema | undefined): NamedLabels {
  const known = new Map<string, NamedLabel[]>()
  for (const { id, appliesTo, labels } of given?.labelSets ?? []) {
    if (appliesTo !== 'text') continue
    for (const label of labels) {
      const found = known.get(label.name) ?? []
      found.push({ labelSet: id, label: label.id })
      known.set(label.name, found)
    }
  }
  const own = freeId(given?.labelSets ?? [])
  const unknown: string[] = []
  const named: NamedLabel[] = []
  let schema: LabelSchema | undefined
  return {
    named,
    add(name) {
      const found = known.get(name)
      const [first] = found ?? []
      if (found !== undefined && first !== undefined) {
        named.push(first)
        return found.length > 1 ? 'ambiguous-label' : 'fine'
      }
      named.push({ labelSet: own, label: name })
      unknown.push(name)
      schema = undefined
      return given === undefined ? 'fine' : 'unknown-label'
    },
    schema() {
      schema ??= {
        labelSets: [...(given?.labelSets ?? []), ...ownSet(own, unknown)],
        questions: given?.questions ?? [],
      }
      return schema
    },
  }
}

/** How a name that is not simply known is told; undefined when there is nothing to tell. */
export function nameTrouble(
  name: string,
  what: NameFinding,
): { readonly what: NameFinding; readonly finding: Finding } | undefined {
  if (what === 'fine') return undefined
  const message =
    what === 'unknown-label'
      ? `The label "${name}" is not among the labels that are known; it was added to them.`
      : `Several labels are called "${name}"; the first of them was taken.`
  return { what, finding: { severity: 'warning', message } }
}

function ownSet(id: string, names: readonly string[]): LabelSet[] {
  if (names.length === 0) return []
  return [{ id, appliesTo: 'text', labels: names.map((name) => ({ id: name, name })) }]
}

/** The first number that no label set has as its id. */
function freeId(labelSets: readonly LabelSet[]): string {
  const taken = new Set(labelSets.map(({ id }) => id))
  let free = 0
  while (taken.has(String(free))) free += 1
  return String(free)
}

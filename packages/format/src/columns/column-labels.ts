import type { LabelSchema } from '@labelport/model'
import { layersOf } from '../datasaur/layers.ts'
import type { Finding } from './finding.ts'
import { namedLabels, nameTrouble } from './named-labels.ts'

/** What a name in a column stands for, and what is odd about it. */
export interface FoundLabel {
  readonly labelSet: string
  readonly label: string
  readonly trouble?: { readonly what: string; readonly finding: Finding }
}

/** Gives the names of a file their place in a schema. */
export interface ColumnLabels {
  /** `column`: from 0, of the columns that hold labels. The trouble of a name is told once. */
  find(column: number, name: string): FoundLabel
  /** The id of the label set that stands in a column. */
  labelSetOf(column: number): string
  schema(): LabelSchema
}

/**
 * Names are looked up in the label set of `given` that stands in their column, then in the others. When
 * nothing is given, each column is a label set with its number as id.
 */
export function columnLabels(given: LabelSchema | undefined): ColumnLabels {
  return given === undefined ? ownLabels() : givenLabels(given)
}

function ownLabels(): ColumnLabels {
  const columns = new Map<number, Set<string>>()
  return {
    find(column, name) {
      const names = columns.get(column) ?? new Set()
      columns.set(column, names.add(name))
      return { labelSet: String(column), label: name }
    },
    labelSetOf: String,
    schema: () => ({
      labelSets: [...columns]
        .sort(([a], [b]) => a - b)
        .map(([column, names]) => ({
          id: String(column),
          appliesTo: 'text',
          labels: [...names].map((name) => ({ id: name, name })),
        })),
      questions: [],
    }),
  }
}

function givenLabels(given: LabelSchema): ColumnLabels {
  const names = namedLabels(given)
  const layers = [...layersOf({ schema: given, annotations: [] }).values()]
  const known = new Map<string, FoundLabel>()
  return {
    find(column, name) {
      const set = layers.find(({ index }) => index === column)?.set
      const label = set?.labels.find((one) => one.name === name)
      if (set !== undefined && label !== undefined) return { labelSet: set.id, label: label.id }
      const seen = known.get(name)
      if (seen !== undefined) return seen
      const trouble = nameTrouble(name, names.add(name))
      const found = names.named.at(-1) ?? { labelSet: '', label: name }
      known.set(name, found)
      return { ...found, ...(trouble && { trouble }) }
    },
    labelSetOf: (column) => layers.find(({ index }) => index === column)?.set.id ?? String(column),
    schema: () => names.schema(),
  }
}

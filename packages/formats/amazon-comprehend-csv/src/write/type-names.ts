import { type Report, schemaNames } from '@labelport/format'
import { type LabeledDocument, labelName, type Span } from '@labelport/model'
import { typeName } from '../type-name.ts'
import type { TypeEntry } from '../types-table.ts'

/** How many entity types Amazon trains at once. */
const mostTypes = 25

/** Gives labels their entity types, the same in all documents. */
export interface TypeNames {
  /** The type of a label; undefined when there are too many types before it. */
  of(document: LabeledDocument, span: Pick<Span, 'labelSet' | 'label'>): string | undefined
  /** Keeps a type that was read without its text; false when there are too many types before it. */
  keep(type: string): boolean
  /** All types so far, each with the first label it was given for. */
  entries(): readonly TypeEntry[]
}

/** Labels of one name share a type; names that would share one by accident are numbered. */
export function typeNames(report: Report): TypeNames {
  const names = schemaNames('amazon-comprehend-csv', report)
  const byName = new Map<string, string>()
  const entries = new Map<string, TypeEntry | undefined>()
  const refused = new Set<string>()
  const refuse = (name: string): undefined => {
    if (refused.has(name)) return undefined
    refused.add(name)
    const message = `Label "${name}" would be entity type number ${mostTypes + refused.size}; Amazon Comprehend takes ${mostTypes}. It is left out.`
    report({ severity: 'warning', code: 'amazon-comprehend-csv/too-many-types', message })
    return undefined
  }
  return {
    entries: () => [...entries.values()].filter((entry) => entry !== undefined),
    keep(type) {
      if (entries.has(type)) return true
      if (entries.size >= mostTypes) refuse(type)
      else entries.set(type, undefined)
      return entries.has(type)
    },
    of({ schema }, { labelSet, label }) {
      const name = names.of(schema, 'text').nameOf(labelSet, label)
      const before = byName.get(name)
      if (before !== undefined) return before
      if (entries.size >= mostTypes) return refuse(name)
      const type = free(typeName(name), entries)
      byName.set(name, type)
      entries.set(type, { type, name: labelName(schema, labelSet, label), labelSet, label })
      return type
    },
  }
}

function free(wanted: string, taken: ReadonlyMap<string, unknown>): string {
  const base = wanted === '' ? 'TYPE' : wanted
  let name = wanted === '' ? `${base}_1` : base
  for (let count = 2; taken.has(name); count += 1) name = `${base}_${count}`
  return name
}

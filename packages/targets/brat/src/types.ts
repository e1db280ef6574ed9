import type { SchemaNames } from '@labelport/format'
import type { LabelSchema } from '@labelport/model'
import { typeName } from './type-name.ts'

/** A type of label or arrow. */
interface Type {
  /** As people read it. */
  readonly name: string
  /** `#rrggbb`. */
  readonly color?: string
}

/** A question that became an attribute. */
interface Attribute {
  readonly name: string
  readonly values: Map<string, string>
}

/** The types of all documents, by the names brat keeps them under, in the order they were met. */
export interface Types {
  readonly entities: ReadonlyMap<string, Type>
  readonly relations: ReadonlyMap<string, Type>
  readonly attributes: ReadonlyMap<string, Attribute>
}

/** Collects types. */
export interface TypeList {
  /** Meets all labels of a schema. */
  declare(schema: LabelSchema): void
  entity(name: string): string
  /** An absent name is an arrow without one. */
  relation(name: string | undefined): string
  /** `choices`: all values the question knows. */
  attribute(
    question: string,
    value: string,
    choices: readonly string[],
  ): { readonly type: string; readonly value: string }
  /** Labels that only arrows bear are no types of labels. */
  types(): Types
}

/** Starts without any type. */
export function openTypes(names: SchemaNames): TypeList {
  const known = new WeakSet<LabelSchema>()
  const labels = new Map<string, Type>()
  const entities = new Set<string>()
  const relations = new Map<string, Type>()
  const attributes = new Map<string, Attribute>()
  return {
    declare(schema) {
      if (known.has(schema)) return
      known.add(schema)
      const { nameOf } = names.of(schema, 'text')
      for (const set of schema.labelSets) {
        if (set.appliesTo !== 'text') continue
        for (const { id, color } of set.labels) {
          const name = nameOf(set.id, id)
          const type = typeName(name)
          if (labels.get(type)?.color === undefined)
            labels.set(type, { name, ...(color && { color }) })
        }
      }
    },
    entity(name) {
      const type = typeName(name)
      entities.add(type)
      if (!labels.has(type)) labels.set(type, { name })
      return type
    },
    relation(name = '') {
      const type = typeName(name)
      if (!relations.has(type)) relations.set(type, labels.get(type) ?? { name })
      return type
    },
    attribute(question, value, choices) {
      const type = typeName(question)
      const attribute = attributes.get(type) ?? { name: question, values: new Map() }
      for (const one of [...choices, value]) attribute.values.set(typeName(one), one)
      attributes.set(type, attribute)
      return { type, value: typeName(value) }
    },
    types: () => ({
      entities: new Map([...labels].filter(([type]) => entities.has(type) || !relations.has(type))),
      relations,
      attributes,
    }),
  }
}

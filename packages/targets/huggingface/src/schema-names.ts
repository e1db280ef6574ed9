import type { Report } from '@labelport/format'
import type { LabelSchema, LabelSet } from '@labelport/model'
import { type LabelNames, labelNames } from './label-names.ts'

/** The class names of the schemas met so far. */
export interface SchemaNames {
  /** The names of a schema; calls `meet` with each of them when the schema is new. */
  of(
    schema: LabelSchema,
    appliesTo: LabelSet['appliesTo'],
    meet: (name: string) => void,
  ): LabelNames
}

/** Remembers schemas, which the documents of a project share, and tells which names were lengthened. */
export function schemaNames(report: Report): SchemaNames {
  const known = new WeakMap<LabelSchema, LabelNames>()
  const told = new Set<string>()
  return {
    of(schema, appliesTo, meet) {
      const found = known.get(schema)
      if (found !== undefined) return found
      const names = labelNames(schema, appliesTo)
      known.set(schema, names)
      for (const name of names.names) meet(name)
      for (const name of names.lengthened.filter((one) => !told.has(one))) {
        told.add(name)
        const message = `The schema has a label name twice; one of the labels became class "${name}".`
        report({ severity: 'info', code: 'huggingface/class-lengthened', message })
      }
      return names
    },
  }
}

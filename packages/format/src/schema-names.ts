import { type LabelNames, type LabelSchema, type LabelSet, labelNames } from '@labelport/model'
import type { Report } from './diagnostic.ts'

/** The class names of the schemas met so far. */
export interface SchemaNames {
  /** The names of a schema; calls `meet` with each of them when the schema is new. */
  of(
    schema: LabelSchema,
    appliesTo: LabelSet['appliesTo'],
    meet?: (name: string) => void,
  ): LabelNames
}

/**
 * Remembers schemas, which the documents of a project share. Reports `<format>/class-lengthened` for
 * names a schema has twice.
 */
export function schemaNames(format: string, report: Report): SchemaNames {
  const known = {
    text: new WeakMap<LabelSchema, LabelNames>(),
    box: new WeakMap<LabelSchema, LabelNames>(),
  }
  const told = new Set<string>()
  return {
    of(schema, appliesTo, meet) {
      const found = known[appliesTo].get(schema)
      if (found !== undefined) return found
      const names = labelNames(schema, appliesTo)
      known[appliesTo].set(schema, names)
      for (const name of names.names) meet?.(name)
      for (const name of names.lengthened) {
        if (told.has(name)) continue
        told.add(name)
        const message = `The schema has a label name twice; one of the labels became class "${name}".`
        report({ severity: 'info', code: `${format}/class-lengthened`, message })
      }
      return names
    },
  }
}

import type { Report } from '@labelport/format'
import { type LabelNames, type LabelSchema, type LabelSet, labelNames } from '@labelport/model'
import { writtenOut } from './surrogates.ts'

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
      const names = readable(labelNames(schema, appliesTo))
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

/** Class names go into files of UTF-8. */
function readable({ nameOf, names, lengthened }: LabelNames): LabelNames {
  return {
    nameOf: (labelSet, label) => writtenOut(nameOf(labelSet, label)),
    names: names.map(writtenOut),
    lengthened: lengthened.map(writtenOut),
  }
}

import { emptySchema, type LabelSchema } from '@labelport/model'
import { uniteSchemas } from './unite-schemas.ts'

/**
 * One schema with the labels and questions of several projects, each of which counts its ids from the start: what
 * shares only the id gets a new one.
 */
export function mergeSchemas(schemas: readonly LabelSchema[]): LabelSchema {
  const [first = emptySchema, ...others] = schemas
  return others.length === 0 ? first : uniteSchemas(first, others).schema
}

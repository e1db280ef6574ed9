import type { LabelSchema } from '@labelport/model'
import { uniteSchemas } from './unite-schemas.ts'

/**
 * One schema for copies of a file whose formats list only the labels in use. Undefined when an id means one thing
 * in one schema and another in the other.
 */
export function joinSchemas(one: LabelSchema, other: LabelSchema): LabelSchema | undefined {
  if (one === other || JSON.stringify(one) === JSON.stringify(other)) return one
  const { schema, renumbered } = uniteSchemas(one, [other])
  return renumbered ? undefined : schema
}

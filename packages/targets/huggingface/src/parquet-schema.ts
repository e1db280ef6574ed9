import type { SchemaElement } from 'hyparquet-writer'
import type { Field, ValueType } from './value-type.ts'

/**
 * The schema of a Parquet file, depth first. It is written out and never guessed from values: a file
 * whose lists are all empty has the same types as every other. Classes are plain numbers here and named
 * in the card alone: the first file is complete before all classes are known.
 */
export function parquetSchema(fields: readonly Field[]): SchemaElement[] {
  const root: SchemaElement = { name: 'schema', num_children: fields.length }
  return [root, ...fields.flatMap((field) => elementsOf(field.name, field.type))]
}

const leaves = {
  string: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  image: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  int32: { type: 'INT32' },
  float64: { type: 'DOUBLE' },
  bool: { type: 'BOOLEAN' },
  'class-label': { type: 'INT32' },
} as const

function elementsOf(name: string, type: ValueType): SchemaElement[] {
  const base = { name, repetition_type: 'OPTIONAL' } as const
  switch (type.type) {
    case 'list':
      return [
        { ...base, converted_type: 'LIST', num_children: 1 },
        { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
        ...elementsOf('element', type.of),
      ]
    case 'struct':
      return [
        { ...base, num_children: type.fields.length },
        ...type.fields.flatMap((field) => elementsOf(field.name, field.type)),
      ]
    default:
      return [{ ...base, ...leaves[type.type] }]
  }
}

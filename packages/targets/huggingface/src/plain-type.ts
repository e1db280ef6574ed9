import type { Field, ValueType } from './value-type.ts'

/** The type of a column as plain JSON, with the classes known when it was taken down. */
export type PlainType =
  | { readonly type: 'string' | 'int32' | 'float64' | 'bool' | 'image' }
  | { readonly type: 'class-label'; readonly names: readonly string[] }
  | { readonly type: 'list'; readonly of: PlainType }
  | { readonly type: 'struct'; readonly fields: readonly PlainField[] }

/** A named column or field of a struct, as plain JSON. */
export interface PlainField {
  readonly name: string
  readonly type: PlainType
}

/** Takes columns down as they are now. */
export function plainFields(fields: readonly Field[]): readonly PlainField[] {
  return fields.map(({ name, type }) => ({ name, type: plainType(type) }))
}

function plainType(type: ValueType): PlainType {
  switch (type.type) {
    case 'list':
      return { type: 'list', of: plainType(type.of) }
    case 'struct':
      return { type: 'struct', fields: plainFields(type.fields) }
    case 'class-label':
      return { type: 'class-label', names: [...type.ids.names] }
    default:
      return { type: type.type }
  }
}

import { writtenOut } from './surrogates.ts'
import type { Field, ValueType } from './value-type.ts'

/** The columns of a table that may grow at its end. */
export interface Columns {
  /** The same array until a column is added. */
  fields(): readonly Field[]
  /** Adds a column; its name is made unique. Returns the name. */
  add(name: string, type: ValueType): string
}

/** Begins with columns whose names differ. */
export function openColumns(first: readonly Field[]): Columns {
  let fields = first
  // Some readers of Parquet do not tell case apart.
  const taken = new Set(first.map(({ name }) => name.toLowerCase()))
  // Loading calls the column of an image so, whatever its name in the file.
  if (first.some(({ type }) => type.type === 'image')) taken.add('image')
  return {
    fields: () => fields,
    add(wanted, type) {
      const base = writtenOut(wanted).trim() === '' ? 'column' : writtenOut(wanted)
      let name = base
      for (let count = 2; taken.has(name.toLowerCase()); count += 1) name = `${base} (${count})`
      taken.add(name.toLowerCase())
      fields = [...fields, { name, type }]
      return name
    },
  }
}

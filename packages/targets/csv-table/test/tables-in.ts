import Papa from 'papaparse'

/** A record by the names of its columns. */
export type Fields = Readonly<Record<string, string>>

/** The records of a table; with `guarded` the `'` before texts like formulas is taken off. */
export function recordsIn(text: string, guarded = true): readonly Fields[] {
  const { data, errors } = Papa.parse<Fields>(text, { header: true, skipEmptyLines: true })
  if (errors.length > 0) throw new Error(JSON.stringify(errors[0]))
  if (!guarded) return data
  return data.map((record) =>
    Object.fromEntries(
      Object.entries(record).map(([name, value]) => [
        name,
        value.replace(/^'('*[=+\-@\t\r])/, '$1'),
      ]),
    ),
  )
}

/** The columns of a file of entities, as Amazon names them. */
export const header = ['File', 'Line', 'Begin Offset', 'End Offset', 'Type'] as const

/** Where the columns of a file of entities stand, from 0. */
export interface Columns {
  readonly file: number
  readonly line: number
  readonly begin: number
  readonly end: number
  readonly type: number
  /** Datasaur's own sixth column; absent when there is none. */
  readonly status?: number
  /** The names of columns that are none of these. */
  readonly others: readonly string[]
}

/** Finds the columns by name, whatever their order, case and outer blanks; undefined when one is missing. */
export function columnsOf(fields: readonly string[]): Columns | undefined {
  const names = fields.map((name) => name.trim().toLowerCase())
  const [file, line, begin, end, type] = header.map((name) => names.indexOf(name.toLowerCase()))
  if (!found(file) || !found(line) || !found(begin) || !found(end) || !found(type)) return undefined
  const status = names.indexOf('label status')
  const known = new Set([file, line, begin, end, type, status])
  const others = fields.filter((_, column) => !known.has(column))
  return { file, line, begin, end, type, others, ...(status !== -1 && { status }) }
}

function found(at: number | undefined): at is number {
  return at !== undefined && at !== -1
}

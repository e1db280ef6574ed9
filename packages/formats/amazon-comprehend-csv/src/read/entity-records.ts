import type { CsvRecord } from '@labelport/format'
import type { Columns } from '../header.ts'
import type { Scope } from './scope.ts'

/** An entity as a record tells it. */
export interface Entity {
  /** Row of the text, from 0. */
  readonly line: number
  /** Half-open, in a unit the file does not tell. */
  readonly begin: number
  readonly end: number
  readonly type: string
  /** What `Label Status` says; absent when the file has no such column. */
  readonly status?: string
  /** Line of the CSV, from 1. */
  readonly at: number
}

/** The entities of each file, in the order files are first named. `width`: how many fields the header has. */
export function entitiesByFile(
  records: readonly CsvRecord[],
  columns: Columns,
  width: number,
  { path, context }: Scope,
): Map<string, Entity[]> {
  const files = new Map<string, Entity[]>()
  const tell = (severity: 'error' | 'warning', what: string, message: string, line: number): void =>
    context.report({
      severity,
      code: `amazon-comprehend-csv/${what}`,
      message,
      place: { path, line },
    })
  for (const { fields, line: at } of records) {
    const file = (fields[columns.file] ?? '').trim()
    const type = (fields[columns.type] ?? '').trim()
    const line = wholeNumber(fields[columns.line])
    const begin = wholeNumber(fields[columns.begin])
    const end = wholeNumber(fields[columns.end])
    if (line === undefined || begin === undefined || end === undefined || type === '') {
      const found = JSON.stringify(fields.join(',').slice(0, 80))
      const message = `Found ${found}; expected a file, three whole numbers and a type. The record was left out.`
      tell('error', 'bad-record', message, at)
      continue
    }
    if (fields.length > width) {
      const beyond = JSON.stringify(fields.slice(width).join(',').slice(0, 80))
      const message = `Found ${fields.length} fields; expected ${width} as in the header. What stands beyond, ${beyond}, was left out.`
      tell('warning', 'long-record', message, at)
    }
    const entities = files.get(file) ?? []
    files.set(file, entities)
    const status = columns.status === undefined ? undefined : (fields[columns.status] ?? '')
    entities.push({ line, begin, end, type, at, ...(status !== undefined && { status }) })
  }
  return files
}

function wholeNumber(field: string | undefined): number | undefined {
  const text = field?.trim() ?? ''
  if (!/^\d{1,15}$/.test(text)) return undefined
  return Number(text)
}

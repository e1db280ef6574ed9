import { type OffsetUnit, placeOf } from '@labelport/format'
import { type Cell, type LabeledDocument, type Span, unknownOrigin } from '@labelport/model'
import type { Entity } from './entity-records.ts'
import type { Scope } from './scope.ts'
import type { TypeLabels } from './type-labels.ts'

/** A text and what is said about it; absent rows mean that the text was not found. */
export interface EntityFile {
  readonly file: string
  readonly entities: readonly Entity[]
  readonly rows?: readonly string[]
}

type Placed = Pick<LabeledDocument, 'cells' | 'annotations' | 'extra'>

const inConflict = Object.freeze({ by: 'conflict' as const })

/** Puts entities into the rows of their text. Without a text they are kept as they are, and that is told. */
export function placeEntities(
  { file, entities, rows }: EntityFile,
  unit: OffsetUnit,
  labels: TypeLabels,
  scope: Scope,
): Placed {
  if (rows === undefined) return withoutText(file, entities, scope)
  const { path, context } = scope
  const cells: Cell[] = rows.map((text, row) => ({ row, column: 0, text }))
  const annotations: Span[] = []
  const tell = (at: number, message: string): void => {
    const place = { path, line: at }
    context.report({
      severity: 'error',
      code: 'amazon-comprehend-csv/no-such-place',
      message,
      place,
    })
  }
  for (const entity of entities) {
    const { line, begin, end, type, at, status } = entity
    const row = rows[line]
    if (row === undefined) {
      tell(
        at,
        `Line ${line} of "${file}" was expected; it has ${rows.length}. The entity was left out.`,
      )
      continue
    }
    const place = placeOf(row, entity, unit)
    if (place === undefined) {
      tell(
        at,
        `${begin} to ${end} is no stretch of whole characters in line ${line} of "${file}", which has ${row.length} code units. The entity was left out.`,
      )
      continue
    }
    annotations.push({
      type: 'span',
      id: `span-${annotations.length}`,
      ...labels.of(type),
      target: { cell: line, ...place },
      origin: /conflict|unresolved/i.test(status ?? '') ? inConflict : unknownOrigin,
    })
  }
  return { cells, annotations }
}

function withoutText(file: string, entities: readonly Entity[], scope: Scope): Placed {
  const { path, context, options } = scope
  const looked = options.text === '' ? `"${file}" beside the CSV` : `"${options.text}"`
  const lost =
    entities.length === 0
      ? 'so its rows are unknown'
      : `so its ${entities.length} entities could not be placed: they are kept apart and no other format will show them`
  const message = `The text of "${file}" was not found (looked for ${looked}), ${lost}. Export the project as PLAIN too and put the text beside the CSV, or name it in the option "text".`
  const severity = entities.length === 0 ? 'warning' : 'error'
  context.report({ severity, code: 'amazon-comprehend-csv/no-text', message, place: { path } })
  if (entities.length === 0) return { cells: [], annotations: [] }
  const unplaced = entities.map(({ line, begin, end, type, status }) => ({
    line,
    begin,
    end,
    type,
    ...(status !== undefined && { status }),
  }))
  return { cells: [], annotations: [], extra: { 'amazon-comprehend-csv': { unplaced } } }
}

import { wellFormed } from '@labelport/format'
import {
  type Annotation,
  type Answer,
  type Cell,
  doubtOf,
  type LabeledDocument,
} from '@labelport/model'
import type { Kind } from './kind.ts'
import type { Options } from './options.ts'
import type { DocumentFates } from './reasons.ts'
import type { Cells } from './shown-text.ts'

/** The part of a document that is one task: the whole, or a row of a table. */
export interface Unit {
  /** Absent means the whole document. */
  readonly row?: number
  readonly cells: Cells
  /** Without those that nobody should learn from. */
  readonly annotations: readonly Annotation[]
}

/** Cuts a document into tasks, and tells the fate of its cells, its comments and all that is in no task. */
export function unitsOf(
  document: LabeledDocument,
  kind: Kind,
  fates: DocumentFates,
  unresolved: Options['unresolved'],
): readonly Unit[] {
  settleCells(document, kind, fates)
  for (const { id } of document.comments) fates.drop('comment', 'no-place', id)
  const annotations: Annotation[] = []
  for (const one of document.annotations) {
    const doubt = unresolved === 'exclude' ? doubtOf(one.origin) : undefined
    if (doubt === undefined) annotations.push(one)
    else fates.drop(one.type, doubt, one.id)
  }
  const cells = new Map(document.cells.entries())
  return kind === 'table' ? rowUnits(cells, annotations, fates) : [{ cells, annotations }]
}

function settleCells({ cells }: LabeledDocument, kind: Kind, fates: DocumentFates): void {
  const areLines = kind !== 'table' && kind !== 'conversation'
  for (const [index, { text, status }] of cells.entries()) {
    if (status !== undefined) fates.drop('cell', 'cell-hidden', index)
    else if (wellFormed(text) !== text) fates.change('cell', 'cell-respelled', index)
    else if (areLines && text.includes('\n')) fates.change('cell', 'line-feed-in-cell', index)
    else fates.keep('cell')
  }
}

/** Rows with a shown cell are tasks. What speaks about the whole table goes to the first of them. */
function rowUnits(
  cells: Cells,
  annotations: readonly Annotation[],
  fates: DocumentFates,
): readonly Unit[] {
  const rows = new Map<number, { readonly cells: Map<number, Cell>; annotations: Annotation[] }>()
  for (const [index, cell] of cells) {
    if (cell.status !== undefined) continue
    const row = rows.get(cell.row) ?? { cells: new Map(), annotations: [] }
    row.cells.set(index, cell)
    rows.set(cell.row, row)
  }
  const [first] = rows.keys()
  const rowOf = new Map<string, number>()
  const waiting: Annotation[] = []
  for (const one of annotations) {
    const row = ownRow(one, cells, first)
    if (row === undefined) waiting.push(one)
    else if (row === 'several') fates.drop(one.type, 'span-crosses-tasks', one.id)
    else rowOf.set(one.id, row)
  }
  // What speaks about another annotation is where that is.
  for (const one of waiting) {
    const about =
      one.type === 'relation' ? one.from : one.type === 'answer' ? aboutOf(one) : undefined
    const row = about === undefined ? undefined : rowOf.get(about)
    if (row !== undefined) rowOf.set(one.id, row)
  }
  for (const one of annotations) {
    const row = rowOf.get(one.id)
    const unit = row === undefined ? undefined : rows.get(row)
    if (unit !== undefined) unit.annotations.push(one)
    else if (one.type === 'relation') fates.drop('relation', 'end-missing', one.id)
    else if (one.type === 'span') {
      if (ownRow(one, cells, first) !== 'several') fates.drop('span', 'span-not-shown', one.id)
    } else fates.drop(one.type, 'left-out', one.id)
  }
  return [...rows].map(([row, unit]) => ({ row, ...unit }))
}

function aboutOf({ about }: Answer): string | undefined {
  return about.type === 'annotation' ? about.id : undefined
}

/** The row an annotation names itself; undefined when it names another annotation. */
function ownRow(
  one: Annotation,
  cells: Cells,
  first: number | undefined,
): number | 'several' | undefined {
  if (one.type === 'answer') {
    if (one.about.type === 'document') return first
    return one.about.type === 'row' ? one.about.row : undefined
  }
  if (one.type !== 'span') return undefined
  const { cell, endCell = cell } = one.target
  const row = cells.get(cell)?.row
  return row === cells.get(endCell)?.row ? row : 'several'
}

/** What a task for a row of a table shows: texts by the names of their columns. */
export function rowData(
  { columns = [] }: LabeledDocument,
  cells: Cells,
): Readonly<Record<string, string>> {
  const fields = new Map<string, string>()
  for (const { column, text } of cells.values()) {
    const name = wellFormed(columns[column]?.name ?? `column ${column + 1}`)
    let key = name
    for (let count = 2; fields.has(key); count += 1) key = `${name} (${count})`
    fields.set(key, wellFormed(text))
  }
  return Object.fromEntries(fields)
}

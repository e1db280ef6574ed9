import {
  type Annotation,
  type Cell,
  type LabeledDocument,
  labelName,
  type TextTarget,
  textOf,
} from '@labelport/model'
import type { Mention, PageCell } from '../document-page.ts'
import type { ReadPage } from './reader.ts'

/** How many rows are shown at once. */
export const pageSize = 100

/** The longest text of a cell that is shown, in UTF-16 code units. */
const longest = 20_000

/**
 * Cuts a run of rows out of a document, with everything that is said about them. `wanted` is the position of the first
 * row; one that does not exist is the nearest.
 */
export function pageOf(document: LabeledDocument, wanted: number): ReadPage {
  const rows = [...new Set(document.cells.map(({ row }) => row))]
  const row = Math.max(0, Math.min(wanted, rows.length - 1))
  const shown = new Set(rows.slice(row, row + pageSize))
  const cells = document.cells.flatMap((cell, at) =>
    shown.has(cell.row) ? [pageCell(cell, at)] : [],
  )
  const inside = new Set(cells.map(({ cell }) => cell))
  const annotations = document.annotations.filter(
    (one) => one.type !== 'span' || touches(one.target, inside),
  )
  const { columns, media, schema } = document
  return {
    row,
    pageSize,
    rows: rows.length,
    cells,
    ...(columns === undefined ? {} : { columns }),
    media,
    annotations,
    mentions: mentionsOf(document, annotations),
    comments: document.comments,
    schema,
  }
}

function pageCell({ row, column, text, status, metadata }: Cell, cell: number): PageCell {
  const cut = text.length > longest
  return {
    cell,
    row,
    column,
    text: cut ? text.slice(0, longest) : text,
    ...(status === undefined ? {} : { status }),
    ...(metadata === undefined ? {} : { metadata }),
    ...(cut ? { fullLength: text.length } : {}),
  }
}

function touches({ cell, endCell = cell }: TextTarget, inside: ReadonlySet<number>): boolean {
  for (let at = cell; at <= endCell; at += 1) if (inside.has(at)) return true
  return false
}

function mentionsOf(
  document: LabeledDocument,
  annotations: readonly Annotation[],
): Readonly<Record<string, Mention>> {
  const wanted = new Set<string>()
  for (const one of annotations) {
    if (one.type === 'relation') wanted.add(one.from).add(one.to)
    if (one.type === 'answer' && one.about.type === 'annotation') wanted.add(one.about.id)
  }
  for (const { about } of document.comments) if (about.type === 'annotation') wanted.add(about.id)
  const mentioned = document.annotations.filter(({ id }) => wanted.has(id))
  return Object.fromEntries(mentioned.map((one) => [one.id, mentionOf(document, one)]))
}

function mentionOf(document: LabeledDocument, annotation: Annotation): Mention {
  if (annotation.type === 'answer') return { label: 'answer', text: '' }
  const { labelSet, label } = annotation
  const target = 'target' in annotation ? annotation.target : undefined
  const row = target === undefined ? undefined : document.cells[target.cell]?.row
  const named = labelSet !== undefined && label !== undefined
  return {
    label: named ? labelName(document.schema, labelSet, label) : annotation.type,
    ...(labelSet === undefined ? {} : { labelSet }),
    ...(label === undefined ? {} : { id: label }),
    text: target === undefined ? '' : textOf(document.cells, target).slice(0, 200),
    ...(row === undefined ? {} : { row }),
  }
}

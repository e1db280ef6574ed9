import { type SchemaIndex, usedAnnotations } from '@labelport/format'
import { type LabeledDocument, speakerOf } from '@labelport/model'
import { csvLine } from './csv-text.ts'
import { documentFields } from './document-fields.ts'
import { labelRow } from './label-row.ts'
import type { Options } from './options.ts'
import type { DocumentFates } from './reasons.ts'
import type { TableName } from './tables.ts'
import type { DocumentTally } from './tally.ts'

/** A line and the table it belongs to. */
export interface TableLine {
  readonly table: TableName
  readonly line: string
}

/** The lines of a document or of a segment of it, cells first, without the line about the document. */
export function* documentLines(
  document: LabeledDocument,
  fates: DocumentFates,
  tally: DocumentTally,
  { formulas, personName, unresolved }: Options,
  index: SchemaIndex,
): Generator<TableLine> {
  const fields = documentFields(document, personName)
  for (const [at, cell] of document.cells.entries()) {
    const { line, mending } = csvLine(
      'cells',
      {
        ...fields,
        row_index: cell.row,
        column_index: cell.column,
        column_name: document.columns?.[cell.column]?.name ?? null,
        status: cell.status ?? 'shown',
        speaker: speakerOf(cell) ?? null,
        text: cell.text,
      },
      formulas,
    )
    if (mending === undefined) fates.keep('cell')
    else fates.change('cell', mending, at)
    tally.count('cell')
    yield { table: 'cells', line }
  }
  const scope = { document, index, personName }
  for (const annotation of usedAnnotations(document, fates, unresolved)) {
    const { row, cut } = labelRow(annotation, scope)
    const { line, mending } = csvLine('labels', { ...fields, ...row }, formulas)
    const change = cut ? 'cuts-character' : mending
    if (change === undefined) fates.keep(annotation.type)
    else fates.change(annotation.type, change, annotation.id)
    tally.count(annotation.type)
    yield { table: 'labels', line }
  }
  for (const { id } of document.comments) fates.drop('comment', 'no-place', id)
}

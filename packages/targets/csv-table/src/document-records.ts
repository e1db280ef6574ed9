import { type SchemaIndex, usedAnnotations } from '@labelport/format'
import { type LabeledDocument, speakerOf } from '@labelport/model'
import { type CsvRecord, recordOf } from './csv-text.ts'
import { labelRow } from './label-row.ts'
import type { Options } from './options.ts'
import type { DocumentFates } from './reasons.ts'
import type { TableName } from './tables.ts'
import type { DocumentTally } from './tally.ts'

/** A record and the table it belongs to. */
export interface TableRecord {
  readonly table: TableName
  readonly fields: CsvRecord['fields']
}

/** The records of a document or of a segment of it, cells first, without the one about the document. */
export function* documentRecords(
  document: LabeledDocument,
  fates: DocumentFates,
  tally: DocumentTally,
  lead: CsvRecord,
  { formulas, personName, unresolved }: Options,
  index: SchemaIndex,
): Generator<TableRecord> {
  for (const [at, cell] of document.cells.entries()) {
    const { fields: record, mending } = recordOf(
      'cells',
      lead,
      {
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
    yield { table: 'cells', fields: record }
  }
  const scope = { document, index, personName }
  for (const annotation of usedAnnotations(document, fates, unresolved)) {
    const { row, cut } = labelRow(annotation, scope)
    const { fields: record, mending } = recordOf('labels', lead, row, formulas)
    const change = cut ? 'cuts-character' : mending
    if (change === undefined) fates.keep(annotation.type)
    else fates.change(annotation.type, change, annotation.id)
    tally.count(annotation.type)
    yield { table: 'labels', fields: record }
  }
  for (const { id } of document.comments) fates.drop('comment', 'no-place', id)
}

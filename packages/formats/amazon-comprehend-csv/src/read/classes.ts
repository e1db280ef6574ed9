import type { CsvRecord } from '@labelport/format'
import { baseName, classQuestion, classRows } from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import type { Scope } from './scope.ts'

/** Reads records of class and text as rows with answers. */
export function readClasses(
  records: readonly CsvRecord[],
  { path, context, options }: Scope,
): LabeledDocument {
  const { report, schema, documentName } = context
  const { delimiter } = options
  const question = classQuestion(schema?.questions ?? [], options.question)
  const names = new Set(question?.type === 'choice' ? question.options.map(({ name }) => name) : [])
  const base = { id: path, name: documentName ?? baseName(path) }
  const rows = classRows(base, schema, options.question)
  let several = 0
  for (const { fields, line } of records) {
    const [cell = '', text] = fields
    if (text === undefined || fields.length > 2) {
      const message = `Found ${fields.length} fields; expected two, class and text. The record was left out.`
      const place = { path, line }
      report({ severity: 'error', code: 'amazon-comprehend-csv/ragged-row', message, place })
      continue
    }
    // A class may hold the delimiter itself, which only the question can tell.
    const labels = names.has(cell) ? [cell] : cell.split(delimiter).filter((one) => one !== '')
    if (labels.length > 1) several += 1
    for (const unknown of rows.add(text, labels)) {
      const message = `${JSON.stringify(unknown)} is no option of "${question?.text}". It was kept as it is.`
      const place = { path, line, column: 1 }
      report({ severity: 'warning', code: 'amazon-comprehend-csv/no-such-option', message, place })
    }
  }
  const document = rows.document()
  const message = `Read as records of class and text: ${document.cells.length} rows, ${rows.classes} classes, ${several} rows with several classes joined with ${JSON.stringify(delimiter)}. No real export of this kind has been seen; please compare.`
  report({ severity: 'info', code: 'amazon-comprehend-csv/seen', message, place: { path } })
  return document
}

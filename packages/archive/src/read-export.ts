import type { LabeledDocument } from '@labelport/model'
import type { ExportSet, ReadExportOptions } from './export.ts'
import { openExportReader } from './export-reader.ts'

/**
 * Reads the documents of an export, file by file. A file that is damaged or in no known format is reported
 * and the rest is read. Throws only when the signal is aborted or a file cannot be reached.
 */
export function readExport(
  set: ExportSet,
  options: ReadExportOptions,
): AsyncGenerator<LabeledDocument> {
  return openExportReader(set, options).read()
}

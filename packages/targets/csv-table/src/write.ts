import {
  dropTypes,
  openFates,
  type Part,
  safeName,
  schemaIndex,
  type WriteContext,
} from '@labelport/format'
import { type LabeledDocument, statementTypes } from '@labelport/model'
import { type CsvRecord, headerOf, leadOf, recordOf } from './csv-text.ts'
import { documentFields } from './document-fields.ts'
import { documentRecords } from './document-records.ts'
import { loadScript } from './load-script.ts'
import type { Options } from './options.ts'
import { openPieces } from './pieces.ts'
import { reasons } from './reasons.ts'
import { type TableName, tables } from './tables.ts'
import { type DocumentTally, documentTally } from './tally.ts'

const tableNames = Object.keys(tables) as readonly TableName[]

/** Writes rows while documents come in, and a document's own row when its last segment has come. */
export async function* write(
  documents: AsyncIterable<LabeledDocument>,
  context: WriteContext,
  options: Options,
): AsyncGenerator<Part> {
  const { account, splits } = context
  const index = schemaIndex()
  const pieces = openPieces(options.formulas)
  const folders = new Map<string, string>()
  let open: OpenDocument | undefined
  const closeDocument = (): void => {
    if (open === undefined) return
    const { folder, lead, tally } = open
    const { fields } = recordOf('documents', lead, tally.row(), options.formulas)
    pieces.add(`${folder}documents.csv`, fields)
    open = undefined
  }
  for await (const document of documents) {
    if (dropRoot(document, context)) continue
    const split = splits?.of(document) ?? ''
    const folder = splits === undefined ? '' : `${safeName(split)}/`
    if (!folders.has(split)) {
      folders.set(split, folder)
      for (const table of tableNames) pieces.begin(`${folder}${table}.csv`, headerOf(table))
    }
    const begins = (document.segment?.index ?? 0) === 0
    if (begins || open?.id !== document.id) closeDocument()
    open ??= {
      id: document.id,
      folder,
      lead: leadOf(documentFields(document, options.personName), options.formulas),
      tally: documentTally(document),
    }
    const fates = openFates('csv-table', reasons, account, document)
    const { lead, tally } = open
    const records = documentRecords(document, fates, tally, lead, options, index)
    for (const { table, fields } of records) {
      pieces.add(`${folder}${table}.csv`, fields)
      yield* pieces.full()
    }
    fates.close()
    if (document.segment?.last ?? true) closeDocument()
  }
  closeDocument()
  yield* pieces.rest()
  yield* summary(folders, context)
}

/** A document whose last segment has not been written yet. */
interface OpenDocument {
  readonly id: string
  readonly folder: string
  readonly lead: CsvRecord
  readonly tally: DocumentTally
}

/** What is said when all documents are written. */
function* summary(
  folders: ReadonlyMap<string, string>,
  { report, splits }: WriteContext,
): Generator<Part> {
  if (folders.size === 0) {
    const message = 'No document came, so no table was written.'
    report({ severity: 'warning', code: 'csv-table/no-documents', message })
    return
  }
  for (const name of splits?.names ?? []) {
    if (folders.has(name)) continue
    const message = `Split "${name}" has no document, so it has no folder.`
    report({ severity: 'warning', code: 'csv-table/split-empty', message })
  }
  yield { path: 'load.py', chunk: loadScript }
}

function dropRoot(document: LabeledDocument, { account, report }: WriteContext): boolean {
  if (document.cabinet?.role !== 'root') return false
  const reason = reasons['root-copy']
  dropTypes(account, document, statementTypes, { code: 'csv-table/root-copy', reason })
  const message = `${JSON.stringify(document.name)} is left out. ${reason} Choose the review copies.`
  report({ severity: 'warning', code: 'csv-table/root-copy', message })
  return true
}

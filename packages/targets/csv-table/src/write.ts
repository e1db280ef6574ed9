import {
  dropRootCopy,
  openFates,
  type Part,
  type ShardContext,
  safeName,
  schemaIndex,
  shardSuffix,
} from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import { type CsvRecord, headerOf, leadOf, recordOf } from './csv-text.ts'
import { documentFields } from './document-fields.ts'
import { documentRecords } from './document-records.ts'
import type { Facts } from './finish.ts'
import type { Options } from './options.ts'
import { openPieces } from './pieces.ts'
import { reasons } from './reasons.ts'
import { type TableName, tables } from './tables.ts'
import { type DocumentTally, documentTally } from './tally.ts'

const tableNames = Object.keys(tables) as readonly TableName[]

/** Writes rows while documents come in, and a document's own row when its last segment has come. */
export async function* write(
  documents: AsyncIterable<LabeledDocument>,
  context: ShardContext,
  options: Options,
): AsyncGenerator<Part, Facts> {
  const { account, splits, shard } = context
  const ending = `${shardSuffix(shard)}.csv`
  const index = schemaIndex()
  const pieces = openPieces(options.formulas)
  const folders = new Map<string, string>()
  let open: OpenDocument | undefined
  const closeDocument = (): void => {
    if (open === undefined) return
    const { folder, lead, tally } = open
    const { fields } = recordOf('documents', lead, tally.row(), options.formulas)
    pieces.add(`${folder}documents${ending}`, fields)
    open = undefined
  }
  for await (const document of documents) {
    if (dropRootCopy('csv-table', reasons, document, context)) continue
    const split = splits?.of(document) ?? ''
    const folder = splits === undefined ? '' : `${safeName(split)}/`
    if (!folders.has(split)) {
      folders.set(split, folder)
      for (const table of tableNames) pieces.begin(`${folder}${table}${ending}`, headerOf(table))
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
      pieces.add(`${folder}${table}${ending}`, fields)
      yield* pieces.full()
    }
    fates.close()
    if (document.segment?.last ?? true) closeDocument()
  }
  closeDocument()
  yield* pieces.rest()
  return { splits: [...folders.keys()] }
}

/** A document whose last segment has not been written yet. */
interface OpenDocument {
  readonly id: string
  readonly folder: string
  readonly lead: CsvRecord
  readonly tally: DocumentTally
}

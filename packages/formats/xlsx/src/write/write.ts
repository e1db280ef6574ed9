import {
  dropTypes,
  type FieldWriter,
  openFates,
  outsideTables,
  type Part,
  recordsOf,
  safeName,
  type TableLayout,
  tableLayoutOf,
  textFields,
  uniqueNames,
  type WriteContext,
} from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import { mostRows } from '../limits.ts'
import type { XlsxOptions } from '../options.ts'
import { type Change, fitted, reasons } from './fit.ts'
import { type SheetWriter, sheetWriter } from './sheet-writer.ts'

/** Bytes are handed on after this many rows. */
const batchRows = 1000

interface OpenFile {
  readonly path: string
  readonly layout: TableLayout
  readonly sheet: SheetWriter
  readonly rowsLeft: RowsLeft
}

/** Writes one workbook for each document; later segments go on in the workbook of the first. */
export async function* write(
  documents: AsyncIterable<LabeledDocument>,
  { account, signal }: WriteContext,
  { long }: XlsxOptions,
): AsyncGenerator<Part> {
  const unique = uniqueNames()
  const fit = fitted(long)
  let file: OpenFile | undefined
  for await (const document of documents) {
    signal?.throwIfAborted()
    if (file === undefined || (document.segment?.index ?? 0) === 0) {
      if (file !== undefined) yield* endOf(file)
      const layout = tableLayoutOf(document)
      const path = unique(fileName(document.name))
      file = { path, layout, sheet: await sheetWriter(), rowsLeft: rowsLeft(mostRows - 1) }
      file.sheet.add(layout.names.map((name) => textOf(fit(name))))
    }
    const { path, layout, sheet } = file
    const fates = openFates('xlsx', reasons, account, document)
    const fields = withinSheet(textFields('xlsx', fit), file.rowsLeft)
    const records = recordsOf(document, layout, fields, fates, '')
    for (const [index, record] of records.slice(0, file.rowsLeft.count(records.length)).entries()) {
      sheet.add(record)
      if (index % batchRows !== batchRows - 1) continue
      signal?.throwIfAborted()
      for (const chunk of await sheet.take()) yield { path, chunk }
    }
    fates.close()
    dropTypes(account, document, outsideTables, {
      code: 'xlsx/no-place',
      reason: reasons['no-place'],
    })
    if (document.segment?.last === false) continue
    yield* endOf(file)
    file = undefined
  }
  if (file !== undefined) yield* endOf(file)
}

async function* endOf({ path, sheet }: OpenFile): AsyncGenerator<Part> {
  for (const chunk of await sheet.end()) yield { path, chunk }
}

/** Counts rows until a sheet is full. */
interface RowsLeft {
  /** Whether there is room for a row; asked again, the answer is the same. */
  has(row: number): boolean
  /** How many of the next records fit; they count from then on. */
  count(records: number): number
}

function rowsLeft(room: number): RowsLeft {
  let left = room
  const seen = new Set<number>()
  return {
    has(row) {
      if (seen.size < left) seen.add(row)
      return seen.has(row)
    },
    count(records) {
      const fitting = Math.min(left, records)
      left -= fitting
      seen.clear()
      return fitting
    },
  }
}

function withinSheet(fields: FieldWriter<Change>, left: RowsLeft): FieldWriter<Change> {
  const full = { dropped: 'sheet-full' } as const
  return {
    cell: (cell) => (left.has(cell.row) ? fields.cell(cell) : full),
    answer: (answer, question, several, row) =>
      left.has(row) ? fields.answer(answer, question, several, row) : full,
  }
}

function textOf(field: ReturnType<ReturnType<typeof fitted>>): string {
  if (typeof field === 'string') return field
  return 'text' in field ? field.text : ''
}

function fileName(name: string): string {
  return safeName(name.toLowerCase().endsWith('.xlsx') ? name : `${name}.xlsx`)
}

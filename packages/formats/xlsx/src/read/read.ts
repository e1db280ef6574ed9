import {
  type AnswerColumns,
  baseName,
  bytesOf,
  type Diagnostic,
  FormatError,
  limitReports,
  type OpenTable,
  openTable,
  type ReadContext,
  type Source,
  segmentRows,
  withoutExtension,
} from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import { mostCharacters } from '../limits.ts'
import { type CellTrouble, cellName, type SheetFindings, type SheetRow } from './row.ts'
import { sheetRows } from './sheet-rows.ts'
import { openWorkbook, type Sheet, type Workbook } from './workbook.ts'

const cellTroubles = {
  'error-value': 'holds an error; its name was kept as text',
  'formula-without-result': 'holds a formula that was never calculated; it was read as empty',
  'no-such-string': 'refers to a text that the workbook does not hold; it was read as empty',
} as const satisfies Record<CellTrouble, string>

/** Reads the first visible sheet: a header, then a row for every row that holds something. */
export async function* read(
  source: Source,
  context: ReadContext,
  options: AnswerColumns,
): AsyncGenerator<LabeledDocument> {
  const { path } = source
  const { signal } = context
  const { report, close } = limitReports(context.report)
  const workbook = await openWorkbook(await bytesOf(source, signal), path, signal)
  const sheet = sheetOf(workbook)
  const tell = (
    severity: Diagnostic['severity'],
    code: Diagnostic['code'],
    message: string,
    row?: number,
    column?: number,
  ): void =>
    report({
      severity,
      code,
      message,
      place: { path, ...(row && { line: row }), ...(column && { column }) },
    })
  tellOthers(workbook, sheet, tell)
  const merged: string[] = []
  const findings: SheetFindings = {
    trouble(trouble, row, column, text) {
      const found = text === '' ? '' : ` (${JSON.stringify(text.slice(0, 60))})`
      const message = `Cell ${cellName(row, column)} ${cellTroubles[trouble]}${found}.`
      tell(
        trouble === 'no-such-string' ? 'error' : 'warning',
        `xlsx/${trouble}`,
        message,
        row,
        column,
      )
    },
    merged: (range) => merged.push(range),
  }
  let table: OpenTable | undefined
  let row = 0
  let expected = 1
  const documentName = context.documentName ?? withoutExtension(baseName(path), ['.xlsx'])
  const open = ({ number, fields }: SheetRow): OpenTable => {
    row = number
    expected = number + 1
    return openTable(
      Array.from(fields, (field) => field ?? ''),
      {
        format: 'xlsx',
        path,
        context: { ...context, documentName },
        options,
        report,
        placeOf: (column) => ({
          path,
          line: row,
          ...(column !== undefined && { column: column + 1 }),
        }),
      },
    )
  }
  const add = (found: SheetRow, to: OpenTable): void => {
    const { number, fields } = found
    row = number
    if (number > expected) {
      const many = number - expected
      const message = `${many === 1 ? 'A row holds' : `${many} rows hold`} nothing; left out.`
      tell('warning', 'xlsx/blank-row', message, expected)
    }
    expected = number + 1
    if (fields.length > to.width) {
      const message = `The row reaches to column ${fields.length}; expected ${to.width} as in the header. All of it was kept.`
      tell('warning', 'xlsx/long-row', message, number)
    }
    const texts = new Array<string>(Math.max(to.width, fields.length))
    for (let column = 0; column < texts.length; column += 1) {
      const text = fields[column] ?? ''
      if (text.length === mostCharacters) {
        const message = `Cell ${cellName(number, column + 1)} holds ${mostCharacters} characters, the most a cell can: maybe it was cut.`
        tell('warning', 'xlsx/maybe-cut', message, number, column + 1)
      }
      texts[column] = text
    }
    to.add(texts)
  }
  for await (const rows of sheetRows(workbook, sheet, findings, signal)) {
    for (const found of rows) {
      if (table === undefined) table = open(found)
      else add(found, table)
      if (table.waiting < 2 * segmentRows) continue
      signal?.throwIfAborted()
      yield table.takeAllButLast()
    }
  }
  if (merged.length > 0) {
    const message = `${merged.length} ranges of cells are merged, such as ${merged[0]}; their text stands in the first cell of each.`
    tell('info', 'xlsx/merged-cells', message)
  }
  if (table === undefined) {
    const message = `The sheet "${sheet.name}" is empty; expected a header with column names.`
    tell('error', 'xlsx/empty-sheet', message)
    close()
    return
  }
  const document = table.takeRest()
  close()
  yield document
}

function sheetOf({ sheets, path }: Workbook): Sheet {
  const sheet = sheets.find(({ visible }) => visible) ?? sheets[0]
  if (sheet !== undefined) return sheet
  const message = 'The workbook has no sheet of cells.'
  throw new FormatError({ severity: 'error', code: 'xlsx/no-sheet', message, place: { path } })
}

function tellOthers(
  { sheets }: Workbook,
  sheet: Sheet,
  tell: (severity: 'info', code: 'xlsx/other-sheets', message: string) => void,
): void {
  const others = sheets.filter((one) => one !== sheet)
  if (others.length === 0) return
  const names = others.map(({ name, visible }) => `"${name}"${visible ? '' : ' (hidden)'}`)
  const message = `Only the sheet "${sheet.name}" was read. There are others: ${names.join(', ')}.`
  tell('info', 'xlsx/other-sheets', message)
}

import type { Cell, CellErrorValue, CellRichTextValue } from 'exceljs'
import { loadExceljs } from '../exceljs.ts'
import { flagText, numberText } from './cell-text.ts'
import type { SheetFindings, SheetRow } from './row.ts'
import type { Sheet, Workbook } from './workbook.ts'

/**
 * The rows of a sheet as exceljs reads them: the workbook is held whole. Only for workbooks that
 * `isOrdinary` calls ordinary; exceljs throws on others, or says less than stands in them.
 */
export async function exceljsRows(
  workbook: Workbook,
  sheet: Sheet,
  findings: SheetFindings,
): Promise<readonly SheetRow[]> {
  const { Workbook: ExceljsWorkbook } = await loadExceljs()
  const loaded = new ExceljsWorkbook()
  // A copy with a buffer of its own. `slice` of Node's Buffer copies nothing, and behind it lie other files: exceljs
  // would take the last workbook of them.
  await loaded.xlsx.load(new Uint8Array(workbook.bytes).buffer)
  const worksheet = loaded.getWorksheet(sheet.name)
  if (worksheet === undefined) throw new RangeError(`exceljs has no sheet "${sheet.name}".`)
  const rows: SheetRow[] = []
  worksheet.eachRow((row, number) => {
    const fields: (string | undefined)[] = []
    row.eachCell((cell, column) => {
      const text = textOf(cell, (trouble, found) =>
        findings.trouble(trouble, number, column, found),
      )
      if (text !== undefined) fields[column - 1] = text
    })
    if (fields.length > 0) rows.push({ number, fields })
  })
  for (const range of worksheet.model.merges ?? []) findings.merged(range)
  return rows
}

type Tell = (trouble: 'error-value' | 'formula-without-result', text: string) => void

function textOf(cell: Cell, tell: Tell): string | undefined {
  // A merged cell shows the value of the first of its range, which stands in the file once.
  if (cell.isMerged && cell.master !== cell) return undefined
  const { value } = cell
  if (typeof value === 'object' && value !== null && 'hyperlink' in value) {
    return plainText(value.text, tell)
  }
  if (cell.formula !== undefined && cell.formula !== '') {
    const { result } = cell
    if (result === undefined) {
      tell('formula-without-result', '')
      return ''
    }
    return plainText(result, tell)
  }
  return value === null || value === undefined ? undefined : plainText(value, tell)
}

function plainText(value: unknown, tell: Tell): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return numberText(String(value))
  if (typeof value === 'boolean') return flagText(value)
  if (isRich(value)) return value.richText.map(({ text }) => text).join('')
  if (isError(value)) {
    tell('error-value', value.error)
    return value.error
  }
  throw new TypeError(`exceljs gave a value of an unknown kind: ${String(value)}.`)
}

function isRich(value: unknown): value is CellRichTextValue {
  return typeof value === 'object' && value !== null && 'richText' in value
}

function isError(value: unknown): value is CellErrorValue {
  return typeof value === 'object' && value !== null && 'error' in value
}

import { exceljsRows } from './exceljs-rows.ts'
import { isOrdinary } from './ordinary.ts'
import type { SheetFindings, SheetRow } from './row.ts'
import { scannedRows } from './scanned-rows.ts'
import type { Sheet, Workbook } from './workbook.ts'

/** The rows of a sheet, by the reader that suits the workbook; both give the same rows. */
export async function* sheetRows(
  workbook: Workbook,
  sheet: Sheet,
  findings: SheetFindings,
  signal?: AbortSignal,
): AsyncGenerator<readonly SheetRow[]> {
  if (await isOrdinary(workbook, sheet, signal)) {
    const rows = await ofExceljs(workbook, sheet, findings)
    signal?.throwIfAborted()
    if (rows !== undefined) {
      yield rows
      return
    }
  }
  yield* scannedRows(workbook, sheet, findings, signal)
}

/** Undefined when exceljs stumbles over something that is no row. */
async function ofExceljs(
  workbook: Workbook,
  sheet: Sheet,
  findings: SheetFindings,
): Promise<readonly SheetRow[] | undefined> {
  const told: (() => void)[] = []
  const held: SheetFindings = {
    trouble: (...trouble) => told.push(() => findings.trouble(...trouble)),
    merged: (range) => told.push(() => findings.merged(range)),
  }
  try {
    const rows = await exceljsRows(workbook, sheet, held)
    for (const tell of told) tell()
    return rows
  } catch {
    return undefined
  }
}

import type { stream, Workbook } from 'exceljs'

/** The part of exceljs that is used. In browsers it has no streams. */
export interface Exceljs {
  readonly Workbook: typeof Workbook
  readonly stream?: typeof stream
}

/** Loads exceljs when it is needed: it takes longer to load than a small workbook takes to read. */
export async function loadExceljs(): Promise<Exceljs> {
  const loaded: Exceljs & { readonly default?: Exceljs } = await import('exceljs')
  return loaded.default ?? loaded
}

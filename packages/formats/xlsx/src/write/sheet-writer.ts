import { columnName } from '../read/row.ts'
import { openPacker } from '../zip/pack.ts'
import { cellXml } from './cell-xml.ts'
import { sheetFrame, sheetPart, workbookParts } from './workbook-parts.ts'

/** Writes one workbook row by row. */
export interface SheetWriter {
  add(fields: readonly string[]): void
  /** How long the rows are that nobody has taken yet, in UTF-16 code units. */
  readonly waiting: number
  /** Packs the rows so far and hands out bytes that are ready. */
  take(): Promise<readonly Uint8Array[]>
  /** The rest. Nothing may be added after it. */
  end(): Promise<readonly Uint8Array[]>
}

/**
 * Writes XML as rows come and has it packed at once, in browsers too. A library that builds cells first took twice the
 * time, and held the workbook in memory where it could not stream.
 */
export async function sheetWriter(): Promise<SheetWriter> {
  const packer = openPacker()
  for (const [name, text] of Object.entries(workbookParts)) {
    await packer.begin(name)
    await packer.add(text)
  }
  await packer.begin(sheetPart)
  const columns: string[] = []
  let rows: string = sheetFrame.head
  let row = 0
  return {
    add(fields) {
      row += 1
      rows += `<row r="${row}">`
      for (let at = 0; at < fields.length; at += 1) {
        const column = columns[at] ?? columnName(at + 1)
        columns[at] = column
        rows += cellXml(column + row, fields[at] ?? '')
      }
      rows += '</row>'
    },
    get waiting() {
      return rows.length
    },
    async take() {
      const text = rows
      rows = ''
      await packer.add(text)
      return packer.take()
    },
    async end() {
      await packer.add(rows + sheetFrame.tail)
      await packer.end()
      return packer.take()
    },
  }
}

import type { CellValue } from 'exceljs'
import { loadExceljs } from '../exceljs.ts'
import { escaped } from './fit.ts'

/** Writes one workbook row by row. */
export interface SheetWriter {
  add(fields: readonly string[]): void
  /** Bytes that are ready. */
  take(): Promise<readonly Uint8Array[]>
  /** The rest. Nothing may be added after it. */
  end(): Promise<readonly Uint8Array[]>
}

/** Exceljs stamps files with the time; equal documents must give equal bytes. */
const noTime = new Date(Date.UTC(1980, 0, 1))
const people = {
  creator: 'labelport',
  lastModifiedBy: 'labelport',
  created: noTime,
  modified: noTime,
}
const sheetName = 'Sheet1'

/** Streams where exceljs can, and holds the workbook in memory where it cannot: in browsers. */
export async function sheetWriter(): Promise<SheetWriter> {
  const { stream, Workbook } = await loadExceljs()
  return stream === undefined ? inMemory(Workbook) : streamed(stream)
}

type Loaded = Awaited<ReturnType<typeof loadExceljs>>

function inMemory(Workbook: Loaded['Workbook']): SheetWriter {
  const workbook = Object.assign(new Workbook(), people)
  const sheet = workbook.addWorksheet(sheetName)
  return {
    add(fields) {
      sheet.addRow(fields.map(cellValue))
    },
    take: async () => [],
    end: async () => [new Uint8Array(await workbook.xlsx.writeBuffer())],
  }
}

/** What exceljs has besides what its types tell. */
interface Inside {
  readonly zip: { append: (content: unknown, entry: object) => unknown }
  /** Holds what was packed until it is read. */
  readonly stream: { read(): Uint8Array | null }
}

function streamed({ xlsx: { WorkbookWriter } }: NonNullable<Loaded['stream']>): SheetWriter {
  const inside = (workbook: object): Inside => workbook as Inside
  class TimelessWriter extends WorkbookWriter {
    /** The first thing the constructor does with its zip, which stamps entries with the time. */
    override addThemes(): Promise<void> {
      const { zip } = inside(this)
      const append = zip.append.bind(zip)
      zip.append = (content, entry) => append(content, { ...entry, date: noTime })
      return super.addThemes()
    }
  }
  const workbook = new TimelessWriter({ ...people, useStyles: false })
  const { stream: output } = inside(workbook)
  const taken = (): readonly Uint8Array[] => {
    const chunk = output.read()
    return chunk === null || chunk.length === 0 ? [] : [new Uint8Array(chunk)]
  }
  const sheet = workbook.addWorksheet(sheetName)
  return {
    add(fields) {
      sheet.addRow(fields.map(cellValue)).commit()
    },
    async take() {
      // Packing goes on between turns of the event loop; without one all rows would pile up.
      await new Promise((resolve) => setTimeout(resolve))
      return taken()
    },
    async end() {
      sheet.commit()
      await workbook.commit()
      return taken()
    },
  }
}

/**
 * Rich text is written with the mark that keeps blanks at its edges and line breaks, and as the kind of text
 * that every reader takes entities out of once; with plain texts exceljs and SheetJS do it twice.
 */
function cellValue(text: string): CellValue {
  const safe = escaped(text)
  return /^\s|[\n&]|\s$/.test(safe) ? { richText: [{ text: safe }] } : safe
}

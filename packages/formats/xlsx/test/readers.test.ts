import { type CellObject, read as oracleRead, utils } from '@e965/xlsx'
import { describe, expect, it } from 'vitest'
import { exceljsRows } from '../src/read/exceljs-rows.ts'
import { isOrdinary } from '../src/read/ordinary.ts'
import type { SheetFindings, SheetRow } from '../src/read/row.ts'
import { scannedRows } from '../src/read/scanned-rows.ts'
import { openWorkbook } from '../src/read/workbook.ts'
import { bytesOf, type Case, corpus } from './corpus.ts'

const cases = Object.entries(corpus).map(([name, one]) => ({ name, one }))

async function opened(one: Case) {
  const workbook = await openWorkbook(await bytesOf(one), 'a.xlsx')
  const sheet = workbook.sheets.find(({ visible }) => visible)
  if (sheet === undefined) throw new Error('No sheet.')
  return { workbook, sheet }
}

function collected() {
  const found: unknown[] = []
  const findings: SheetFindings = {
    trouble: (...trouble) => found.push(trouble),
    merged: (range) => found.push(range),
  }
  return { found, findings }
}

async function scanned(one: Case) {
  const { workbook, sheet } = await opened(one)
  const { found, findings } = collected()
  const rows: SheetRow[] = []
  for await (const some of scannedRows(workbook, sheet, findings)) rows.push(...some)
  return { rows, found }
}

/** As SheetJS reads it, told in the way the readers here tell it. */
function byOracle(bytes: Uint8Array, sheetName: string): (string | undefined)[][] {
  const sheet = oracleRead(bytes, { dense: false, cellFormula: false }).Sheets[sheetName] ?? {}
  const range = utils.decode_range(sheet['!ref'] ?? 'A1')
  const rows: (string | undefined)[][] = []
  for (let row = range.s.r; row <= range.e.r; row += 1) {
    const fields: (string | undefined)[] = []
    for (let column = 0; column <= range.e.c; column += 1) {
      const found: CellObject | undefined = sheet[utils.encode_cell({ r: row, c: column })]
      if (found === undefined || found.t === 'z') continue
      fields[column] = textOf(found)
    }
    if (fields.length > 0) rows.push(fields)
  }
  return rows
}

function textOf({ t, v, w }: CellObject): string {
  if (t === 'b') return v === true ? 'TRUE' : 'FALSE'
  return t === 'e' ? (w ?? '') : String(v)
}

describe('the own reader', () => {
  it.each(cases)('reads $name', async ({ one }) => {
    const { rows } = await scanned(one)
    expect(rows.map(({ fields }) => [...fields])).toEqual(one.rows)
  })

  it.each(cases.filter(({ one }) => one.oracle === undefined))(
    'reads what SheetJS reads: $name',
    async ({ one }) => {
      const { sheet } = await opened(one)
      const { rows } = await scanned(one)
      const expected = byOracle(await bytesOf(one), sheet.name)
      expect(rows.map(({ fields }) => [...fields])).toEqual(expected)
    },
  )
})

describe('exceljs', () => {
  it.each(cases)('is asked only for what it reads as it is meant: $name', async ({ one }) => {
    const { workbook, sheet } = await opened(one)
    expect(await isOrdinary(workbook, sheet)).toBe(one.odd !== true)
  })

  it.each(cases.filter(({ one }) => one.odd !== true))(
    'gives the same rows and findings: $name',
    async ({ one }) => {
      const { workbook, sheet } = await opened(one)
      const { found, findings } = collected()
      const own = await scanned(one)
      expect(await exceljsRows(workbook, sheet, findings)).toEqual(own.rows)
      expect(found).toEqual(own.found)
    },
  )
})

it('dates agree with the days SheetJS counts: trap 41', async () => {
  const { momentText } = await import('../src/read/cell-text.ts')
  const { SSF } = await import('@e965/xlsx')
  for (let day = 1; day < 2_958_465; day += 997) {
    const { y, m, d } = SSF.parse_date_code(day)
    const two = (number: number): string => String(number).padStart(2, '0')
    expect(momentText(String(day), 'date', false)).toBe(`${y}-${two(m)}-${two(d)}`)
  }
})

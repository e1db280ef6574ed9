// The odd workbooks of the XLSX format's tests, read by one program. What exceljs gives is taken apart as labelport
// does it where it reads small ordinary workbooks with exceljs.
import { sources } from '../sources.mjs'
import { openVerdict, same } from './verdict.mjs'

const folder = 'packages/formats/xlsx'
const { bytesOf, corpus } = await sources(`${folder}/test/corpus.ts`)
const { openWorkbook } = await sources(`${folder}/src/read/workbook.ts`)
const { sheetRows } = await sources(`${folder}/src/read/sheet-rows.ts`)
const { exceljsRows } = await sources(`${folder}/src/read/exceljs-rows.ts`)

const tools = {
  async labelport(workbook, sheet, findings) {
    const rows = []
    for await (const some of sheetRows(workbook, sheet, findings)) rows.push(...some)
    return rows
  },
  exceljs: exceljsRows,
}

const [tool] = process.argv.slice(2)
const verdict = openVerdict()
for (const [title, one] of Object.entries(corpus)) {
  const workbook = await openWorkbook(await bytesOf(one), 'a.xlsx')
  const sheet = workbook.sheets.find(({ visible }) => visible)
  try {
    const rows = await tools[tool](workbook, sheet, { trouble() {}, merged() {} })
    const found = rows.map(({ fields }) => [...fields])
    verdict.add(title, same(found, one.rows) ? 'right' : 'silent')
  } catch {
    verdict.add(title, 'told')
  }
}
verdict.print()

// A workbook read by exceljs in memory, its reader that does not damage text.
import { createRequire } from 'node:module'

const load = createRequire(new URL('../../packages/formats/xlsx/package.json', import.meta.url))
const { Workbook } = load('exceljs')
const workbook = new Workbook()
await workbook.xlsx.readFile(process.argv[2])
let rows = 0
let characters = 0
workbook.worksheets[0].eachRow((row) => {
  rows += 1
  row.eachCell(({ value }) => {
    characters += String(value).length
  })
})
console.log(JSON.stringify({ rows, characters }))

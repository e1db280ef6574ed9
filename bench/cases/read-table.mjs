import { FormatError, memorySource, readDocuments } from '@labelport/format'
import { csv } from '@labelport/format-csv'

/** The header and records of a CSV, and whether anything was told but that all columns are data. */
export async function readTable(bytes, source = memorySource('a.csv', bytes)) {
  const rows = []
  let told = false
  const report = ({ code }) => {
    if (code !== 'csv/no-answer-columns') told = true
  }
  try {
    for await (const { columns, cells } of readDocuments(csv, source, { report })) {
      if (rows.length === 0) rows.push(columns.map(({ name }) => name))
      for (const { row, column, text } of cells) {
        rows[row + 1] ??= []
        rows[row + 1][column] = text
      }
    }
  } catch (error) {
    if (!FormatError.is(error)) throw error
    told = true
  }
  return { rows, told }
}

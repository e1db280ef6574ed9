import { type Diagnostic, FormatError, memorySource, readDocuments } from '@labelport/format'
import { chunkedSource } from '@labelport/format-testing'
import { describe, expect, it } from 'vitest'
import { csv } from '../src/index.ts'
import { oddFiles } from './odd-files.ts'

async function outcomeOf(source: ReturnType<typeof memorySource>) {
  const told: Diagnostic[] = []
  const rows: string[][] = []
  const report = (one: Diagnostic): void => {
    told.push(one)
  }
  let names: string[] | undefined
  try {
    for await (const { columns = [], cells } of readDocuments(csv, source, { report })) {
      names ??= columns.map(({ name }) => name)
      for (const { row, column, text } of cells) {
        const fields = rows[row] ?? []
        fields[column] = text
        rows[row] = fields
      }
    }
  } catch (error) {
    if (!FormatError.is(error)) throw error
    return { codes: [error.diagnostic.code] }
  }
  const codes = told.map(({ code }) => code).filter((code) => code !== 'csv/no-answer-columns')
  return names === undefined ? { codes } : { rows: [names, ...rows], codes }
}

describe('an odd file', () => {
  it.each(oddFiles)('$title', async ({ bytes, rows, codes }) => {
    const expected = rows === undefined ? { codes } : { rows, codes }
    expect(await outcomeOf(memorySource('a.csv', bytes))).toEqual(expected)
    for (let size = 1; size <= 8; size += 1) {
      expect(await outcomeOf(chunkedSource('a.csv', bytes, size)), `by ${size}`).toEqual(expected)
    }
  })
})

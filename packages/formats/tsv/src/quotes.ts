import { csvOf, quotedRecords } from '@labelport/format'
import Papa from 'papaparse'

/** Cuts text into records. */
export const { parser: papa } = csvOf(Papa)

/** A beginning of a file, or of what follows its first lines. */
export interface Sample {
  readonly text: string
  /** Whether the file ends with it. */
  readonly complete: boolean
  /** How many fields a record should have. Absent when the sample begins with the header. */
  readonly width?: number
}

/**
 * Whether the quotes in a sample enclose fields as in CSV. Plain reading has the first word: where it gives
 * every line as many fields as the header, quotes count only if each of them was needed.
 */
export function quotesEnclose(sample: Sample): boolean {
  const { misfits, enclosed, needless, broken, damaged } = asQuoted(sample)
  if (damaged || enclosed === 0) return false
  const plainMisfits = misfitsOfPlain(sample)
  if (plainMisfits > 0) return misfits < plainMisfits
  return misfits === 0 && needless === 0 && broken === 0
}

function misfitsOfPlain({ text, complete, width }: Sample): number {
  const lines = text.split(/\r?\n|\r(?!\n)/)
  if (!complete || lines.at(-1) === '') lines.pop()
  const widths = lines.filter((line) => line !== '').map((line) => line.split('\t').length)
  const expected = width ?? widths[0]
  return widths.filter((found) => found !== expected).length
}

interface QuotedReading {
  misfits: number
  /** Fields in quotes; those that could do without; those with a tab or line break. */
  enclosed: number
  needless: number
  broken: number
  damaged: boolean
}

function asQuoted({ text, complete, width }: Sample): QuotedReading {
  const reading: QuotedReading = { misfits: 0, enclosed: 0, needless: 0, broken: 0, damaged: false }
  let expected = width
  let read = 0
  const parser = quotedRecords(papa, '\t', {
    record(fields, { raw, lineEnd }) {
      const line = raw()
      read += line.length + lineEnd.length
      expected ??= fields.length
      if (fields.length !== expected && line !== '') reading.misfits += 1
      let at = 0
      for (const field of fields) {
        if (line[at] === '"') {
          const breaks = /[\t\r\n]/.test(field)
          reading.enclosed += 1
          reading.broken += Number(breaks)
          reading.needless += Number(!breaks && !field.startsWith('"'))
          at += field.length + (field.split('"').length - 1) + 2
        } else at += field.length
        at += 1
      }
    },
    trouble() {
      reading.damaged = true
    },
  })
  parser.push(text)
  if (complete) parser.end()
  // A quote that swallows most of a long sample was never meant to enclose anything.
  else if (read < text.length / 2) reading.damaged = true
  return reading
}

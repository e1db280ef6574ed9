import { closeSync, openSync, writeSync } from 'node:fs'
import { below, seeded, word } from '../random.mjs'

export const header = [
  'id',
  'visited',
  'season',
  'note',
  'answer',
  'stars',
  'house',
  'guide',
  'path',
  'tea',
  'weather',
  'remark',
]

/** A CSV with quotes, line breaks in cells and wide characters, CRLF after every record. */
export function csv(path, { rows, seed }) {
  const random = seeded(seed)
  const file = openSync(path, 'w')
  let batch = `${header.join(',')}\r\n`
  for (let row = 0; row < rows; row += 1) {
    batch += `${visit(random, row).map(quoted).join(',')}\r\n`
    if (batch.length > 1 << 20) {
      writeSync(file, batch)
      batch = ''
    }
  }
  writeSync(file, batch)
  closeSync(file)
}

/** A row of texts, for the header. */
export function visit(random, row) {
  return header.map((_, column) => field(random, row, column))
}

function field(random, row, column) {
  if (column === 0) return String(row)
  if (column === 1) return `2025-0${1 + below(random, 9)}-1${below(random, 10)}`
  if (column === 5) return String(1 + below(random, 5))
  const length = column === 3 || column === 11 ? 6 + below(random, 6) : 1 + below(random, 2)
  const text = Array.from({ length }, () => word(random)).join(' ')
  return column === 3 && random() < 0.05 ? `${text}\nand "more"` : text
}

function quoted(text) {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

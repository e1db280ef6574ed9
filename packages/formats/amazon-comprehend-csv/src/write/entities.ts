import {
  dropTypes,
  type Fates,
  openFates,
  safeName,
  type WriteContext,
  wellFormed,
} from '@labelport/format'
import { type LabeledDocument, type Span, toCodePoints } from '@labelport/model'
import { cuts } from '../read/offset-unit.ts'
import { linesOf } from '../records.ts'
import type { TypeNames } from './type-names.ts'
import { unplacedOf } from './unplaced.ts'

/** A text file that is being written. */
interface TextFile {
  readonly path: string
  /** How many lines it has so far. */
  lines: number
}

/** Begins the text file of a document. */
export function textFile({ name }: LabeledDocument, unique: (name: string) => string): TextFile {
  const ended = name.toLowerCase().endsWith('.txt') ? name : `${name}.txt`
  return { path: unique(safeName(ended)), lines: 0 }
}

const reasons = {
  'cell-hidden': 'Hidden and deleted cells are not written.',
  'cell-beside': 'A line holds one cell; the cells of a row became lines of their own.',
  'line-break': 'The text holds a line break, which became a blank: a line of the file is a row.',
  'unwritable-character':
    'Half a character became U+FFFD, or a byte order mark at the beginning of the file a blank.',
  'span-split': 'The span covers several rows and became an entity in each of them.',
  'span-not-shown': 'The span is empty or its rows are not written.',
  'span-cuts-character': 'The span begins or ends inside a character.',
  'too-many-types': 'Amazon Comprehend takes 25 entity types; the label came later.',
  'no-place': 'The file holds texts and entities, and nothing else.',
} as const

type Reason = keyof typeof reasons

/** The lines of a document or segment and the records of its entities; tells the fate of everything. */
export function writeEntities(
  document: LabeledDocument,
  file: TextFile,
  types: TypeNames,
  { account }: WriteContext,
): { readonly text: string; readonly records: string } {
  const fates = openFates('amazon-comprehend-csv', reasons, account, document)
  const lines: string[] = []
  const lineOf = new Map<number, number>()
  for (const [index, { text, status, column }] of document.cells.entries()) {
    if (status !== undefined) {
      fates.drop('cell', 'cell-hidden', index)
      continue
    }
    const { line, change } = asLine(text, file.lines + lines.length === 0)
    const found = change ?? (column > 0 ? 'cell-beside' : undefined)
    if (found === undefined) fates.keep('cell')
    else fates.change('cell', found, index)
    lineOf.set(index, file.lines + lines.length)
    lines.push(line)
  }
  const records = unplacedOf(document)
    .filter(({ type }) => types.keep(type))
    .map(({ line, begin, end, type }) => [file.path, line, begin, end, type])
  for (const one of document.annotations) {
    if (one.type === 'span') records.push(...recordsOf(one, document, lineOf, file, types, fates))
  }
  file.lines += lines.length
  fates.close()
  dropTypes(account, document, ['relation', 'answer', 'box', 'timestamp', 'comment'], {
    code: 'amazon-comprehend-csv/no-place',
    reason: reasons['no-place'],
  })
  return { text: lines.map((line) => `${line}\n`).join(''), records: linesOf(records) }
}

/** A text on one line, as long as before, so that offsets stay. */
function asLine(text: string, first: boolean): { line: string; change?: Reason } {
  // The carriage return of a row from a file with CR LF belongs to the line end.
  const body = text.endsWith('\r') ? text.slice(0, -1) : text
  const flat = body.replace(/[\r\n]/g, ' ') + text.slice(body.length)
  const whole = wellFormed(first ? flat.replace(/^\uFEFF/, ' ') : flat)
  if (flat !== text) return { line: whole, change: 'line-break' }
  return whole === text ? { line: whole } : { line: whole, change: 'unwritable-character' }
}

function recordsOf(
  span: Span,
  document: LabeledDocument,
  lineOf: ReadonlyMap<number, number>,
  file: TextFile,
  types: TypeNames,
  fates: Fates<Reason>,
): (string | number)[][] {
  const { cells } = document
  const { cell, start, end } = span.target
  const endCell = span.target.endCell ?? cell
  if (cuts(cells[cell]?.text ?? '', start) || cuts(cells[endCell]?.text ?? '', end)) {
    fates.drop('span', 'span-cuts-character', span.id)
    return []
  }
  const places: { line: number; begin: number; end: number }[] = []
  for (let index = cell; index <= endCell; index += 1) {
    const line = lineOf.get(index)
    const text = cells[index]?.text ?? ''
    const begin = toCodePoints(text, index === cell ? start : 0)
    const to = toCodePoints(text, index === endCell ? end : text.replace(/\r$/, '').length)
    if (line !== undefined && begin < to) places.push({ line, begin, end: to })
  }
  if (places.length === 0) {
    fates.drop('span', 'span-not-shown', span.id)
    return []
  }
  const type = types.of(document, span)
  if (type === undefined) {
    fates.drop('span', 'too-many-types', span.id)
    return []
  }
  if (endCell === cell) fates.keep('span')
  else fates.change('span', 'span-split', span.id)
  return places.map((place) => [file.path, place.line, place.begin, place.end, type])
}

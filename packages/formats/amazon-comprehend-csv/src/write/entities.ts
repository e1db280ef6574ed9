import {
  cellSegments,
  dropTypes,
  openFates,
  safeName,
  segmentReasons,
  type WriteContext,
  wellFormed,
} from '@labelport/format'
import type { LabeledDocument, Span } from '@labelport/model'
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
  ...segmentReasons,
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
  const rules = {
    isWritten: (cell: number) => lineOf.has(cell),
    nameOf: (span: Pick<Span, 'labelSet' | 'label'>) => {
      const name = types.of(document, span)
      return name === undefined ? ({ drop: 'too-many-types' } as const) : { name }
    },
  }
  for (const { cell, begin, end, name } of cellSegments<Reason>(document, rules, fates)) {
    records.push([file.path, lineOf.get(cell) ?? 0, begin, end, name])
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

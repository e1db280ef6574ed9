import {
  chosenRows,
  classReasons,
  dropTypes,
  openFates,
  questionForClasses,
  safeName,
  type WriteContext,
  wellFormed,
} from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import type { ComprehendOptions } from '../options.ts'
import { linesOf } from '../records.ts'

/** A file of classes that is being written. */
interface ClassFile {
  readonly path: string
  /** Id of the question whose answers are classes; undefined when nothing was asked. */
  readonly question: string | undefined
}

/** Begins the file of a document. */
export function classFile(
  document: LabeledDocument,
  unique: (name: string) => string,
  { question }: ComprehendOptions,
): ClassFile {
  const { name } = document
  const ended = name.toLowerCase().endsWith('.csv') ? name : `${name}.csv`
  return { path: unique(safeName(ended)), question: questionForClasses(document, question) }
}

const reasons = {
  ...classReasons,
  'line-break': 'The text holds a line break, which became a blank: a line of the file is a row.',
  'unwritable-character': 'Half a character became U+FFFD.',
  'class-renamed':
    'The name of a class holds the delimiter, a line break or outer blanks; these became underscores.',
  'no-place': 'The file holds texts and their classes, and nothing else.',
} as const

/** The records of a document or segment; tells the fate of everything. */
export function writeClasses(
  document: LabeledDocument,
  { question }: ClassFile,
  { account }: WriteContext,
  { delimiter, column }: ComprehendOptions,
): string {
  const fates = openFates('amazon-comprehend-csv', reasons, account, document)
  const records: string[][] = []
  for (const { cell, text, answer, labels } of chosenRows(document, question, column, fates)) {
    const flat = text.replace(/\r\n?|\n/g, ' ')
    const whole = wellFormed(flat)
    if (flat !== text) fates.change('cell', 'line-break', cell)
    else if (whole !== text) fates.change('cell', 'unwritable-character', cell)
    else fates.keep('cell')
    const names = labels.map((label) => className(label, delimiter))
    if (names.every((name, index) => name === labels[index])) fates.keep('answer')
    else fates.change('answer', 'class-renamed', answer.id)
    records.push([names.join(delimiter), whole])
  }
  fates.close()
  dropTypes(account, document, ['span', 'relation', 'box', 'timestamp', 'comment'], {
    code: 'amazon-comprehend-csv/no-place',
    reason: reasons['no-place'],
  })
  return linesOf(records)
}

function className(label: string, delimiter: string): string {
  return wellFormed(label)
    .replaceAll(delimiter, '_')
    .replace(/[\r\n\t]/g, '_')
    .replace(/^\s+|\s+$/g, (blanks) => '_'.repeat(blanks.length))
}

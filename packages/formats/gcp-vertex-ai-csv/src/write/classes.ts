import {
  chosenRows,
  classReasons,
  dropTypes,
  openFates,
  questionForClasses,
  type WriteContext,
  wellFormed,
} from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import { keptIn } from '../extra.ts'
import type { VertexOptions } from '../options.ts'
import { linesOf } from '../records.ts'
import { useOf } from '../use-word.ts'

/** Which question the classes of a file answer; undefined when nothing was asked. */
export function classesOf(
  document: LabeledDocument,
  { question }: Pick<VertexOptions, 'question'>,
): { readonly question: string | undefined } {
  return { question: questionForClasses(document, question) }
}

const reasons = {
  ...classReasons,
  'unwritable-character': 'Half a character became U+FFFD.',
  'looks-like-use':
    'The text is one of the words that say what an example is for, or empty; a blank was put behind it.',
  'no-place': 'The file holds texts and their classes, and nothing else.',
} as const

/** The records of a document or segment; tells the fate of everything. */
export function writeClasses(
  document: LabeledDocument,
  { question }: ReturnType<typeof classesOf>,
  { account }: WriteContext,
  { use, column }: VertexOptions,
): string {
  const fates = openFates('gcp-vertex-ai-csv', reasons, account, document)
  const kept = keptIn(document)
  const records: string[][] = []
  for (const { cell, text, answer, labels } of chosenRows(document, question, column, fates)) {
    const row = document.cells[cell]?.row ?? 0
    const purpose = use === 'none' ? kept.uses?.[row] : use
    const whole = wellFormed(text)
    const isWord = text === '' || (purpose === undefined && useOf(text) !== undefined)
    if (isWord) fates.change('cell', 'looks-like-use', cell)
    else if (whole !== text) fates.change('cell', 'unwritable-character', cell)
    else fates.keep('cell')
    const names = labels.map(wellFormed)
    if (names.every((name, index) => name === labels[index])) fates.keep('answer')
    else fates.change('answer', 'unwritable-character', answer.id)
    records.push([...(purpose ? [purpose] : []), isWord ? `${whole} ` : whole, ...names])
  }
  fates.close()
  dropTypes(account, document, ['span', 'relation', 'box', 'timestamp', 'comment'], {
    code: 'gcp-vertex-ai-csv/no-place',
    reason: reasons['no-place'],
  })
  return linesOf(records)
}

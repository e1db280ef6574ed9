import type { Answer, LabeledDocument } from '@labelport/model'
import { printAnswer, says } from '../answer/print.ts'
import { formulaLike } from '../style.ts'
import type { Fates } from './fate-ledger.ts'
import type { FateName } from './fates.ts'
import { type Layout, severalIn } from './layout.ts'

/** Fills the records of a document, one for each row that has a written cell. */
export function recordsOf(
  document: LabeledDocument,
  layout: Layout,
  formulas: 'keep' | 'escape',
  fates: Fates,
): string[][] {
  const width = layout.names.length
  const answerColumns = new Set(layout.answerColumn.values())
  const records = new Map<number, (string | undefined)[]>()
  for (const [index, { row, column, text, status }] of document.cells.entries()) {
    if (status !== undefined) {
      fates.note('drop', 'cell', 'cell-hidden', index)
      continue
    }
    const record = records.get(row) ?? []
    records.set(row, record)
    if (record[column] !== undefined || answerColumns.has(column)) {
      fates.note('drop', 'cell', 'cell-collides', index)
      continue
    }
    record[column] = wellFormed(text)
    if (record[column] !== text) fates.note('change', 'cell', 'half-character', index)
    else if (formulas === 'escape' && formulaLike.test(text)) {
      fates.note('change', 'cell', 'formula-escaped', index)
    } else fates.keep('cell')
  }
  for (const one of document.annotations) {
    if (one.type !== 'answer') continue
    const fate = fillAnswer(one, layout, records, formulas)
    if (fate === undefined) fates.keep('answer')
    else fates.note(fate[0], 'answer', fate[1], one.id)
  }
  return [...records.values()].map((record) =>
    Array.from({ length: Math.max(width, record.length) }, (_, at) => record[at] ?? ''),
  )
}

type AnswerFate = readonly ['change' | 'drop', FateName]

/** Puts an answer into its record; undefined when it stands there as it is. */
function fillAnswer(
  { about, question: id, value, extra }: Answer,
  layout: Layout,
  records: ReadonlyMap<number, (string | undefined)[]>,
  formulas: 'keep' | 'escape',
): AnswerFate | undefined {
  if (about.type !== 'row') return ['drop', 'no-place']
  const record = records.get(about.row)
  if (record === undefined) return ['drop', 'answer-without-row']
  const column = layout.answerColumn.get(id)
  if (column === undefined) return ['drop', 'answer-without-column']
  if (record[column] !== undefined) return ['drop', 'answer-repeated']
  const question = layout.question.get(id)
  const several = severalIn(question)
  const text = printAnswer({ value, extra }, question, several)
  if (text === undefined) return ['drop', 'answer-not-text']
  const written = wellFormed(text)
  record[column] = written
  if (written !== text) return ['change', 'half-character']
  const clear = question !== undefined && text !== '' && says(text, value, question, several)
  if (!clear) return ['change', 'answer-blurred']
  return formulas === 'escape' && formulaLike.test(text) ? ['change', 'formula-escaped'] : undefined
}

const loneSurrogates = /\p{Surrogate}/gu

function wellFormed(text: string): string {
  return text.replace(loneSurrogates, '\uFFFD')
}

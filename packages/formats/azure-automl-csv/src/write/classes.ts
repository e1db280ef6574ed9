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
import type { AutomlOptions } from '../options.ts'
import { printList } from '../python-list.ts'
import { linesOf } from '../records.ts'

/** How the classes of a file are laid out. */
interface ClassLayout {
  /** Id of the question; undefined when nothing was asked. */
  readonly question: string | undefined
  /** Whether label cells are lists: where the question takes several answers. */
  readonly isList: boolean
}

/** Decides the layout by the first segment of a document. */
export function classLayout(
  document: LabeledDocument,
  { question: wanted }: Pick<AutomlOptions, 'question'>,
): ClassLayout {
  const question = questionForClasses(document, wanted)
  const asked = document.schema.questions.find(({ id }) => id === question)
  const isMultiple = asked !== undefined && 'multiple' in asked && asked.multiple === true
  const holdsSeveral = document.annotations.some(
    (one) =>
      one.type === 'answer' &&
      one.question === question &&
      ((one.value.type === 'choice' && one.value.options.length > 1) || one.value.type === 'texts'),
  )
  return { question, isList: isMultiple || holdsSeveral }
}

/** The header of a file. */
export function classHeader({ isList }: ClassLayout): string {
  return linesOf([['text', isList ? 'labels' : 'label']])
}

const reasons = {
  ...classReasons,
  'unwritable-character': 'Half a character became U+FFFD.',
  'class-ambiguous':
    'The name of the class holds a comma or begins with a bracket; who does not know the question reads several.',
  'several-in-one':
    'The row has several classes where the rows before it had one; they stand in a list.',
  'no-place': 'The file holds texts and their classes, and nothing else.',
} as const

/** The records of a document or segment; tells the fate of everything. */
export function writeClasses(
  document: LabeledDocument,
  { question, isList }: ClassLayout,
  { account }: WriteContext,
  { column }: Pick<AutomlOptions, 'column'>,
): string {
  const fates = openFates('azure-automl-csv', reasons, account, document)
  const records: string[][] = []
  for (const { cell, text, answer, labels } of chosenRows(document, question, column, fates)) {
    const whole = wellFormed(text)
    if (whole === text) fates.keep('cell')
    else fates.change('cell', 'unwritable-character', cell)
    const names = labels.map(wellFormed)
    const [only = ''] = names
    const isChanged = names.some((name, index) => name !== labels[index])
    if (isChanged) fates.change('answer', 'unwritable-character', answer.id)
    else if (!isList && names.length > 1) fates.change('answer', 'several-in-one', answer.id)
    else if (!isList && /,|^\s*\[/.test(only)) fates.change('answer', 'class-ambiguous', answer.id)
    else fates.keep('answer')
    records.push([whole, isList || names.length > 1 ? printList(names) : only])
  }
  fates.close()
  dropTypes(account, document, ['span', 'relation', 'box', 'timestamp', 'comment'], {
    code: 'azure-automl-csv/no-place',
    reason: reasons['no-place'],
  })
  return linesOf(records)
}

import { type Answer, type Cell, hasLoneSurrogate, type Question } from '@labelport/model'
import { printAnswer, says } from './print-answer.ts'
import type { TableFate } from './table-fates.ts'

/** What a statement becomes in a record: a text; a text that says it otherwise; or nothing. */
export type Field<Code extends string> =
  | string
  | { readonly text: string; readonly changed: Code | TableFate }
  | { readonly dropped: Code | TableFate }

/** Turns statements into the fields of one kind of file. */
export interface FieldWriter<Code extends string> {
  cell(cell: Cell): Field<Code>
  /** `several`: whether the question takes several answers at once. `row`: where it is written. */
  answer(answer: Answer, question: Question | undefined, several: boolean, row: number): Field<Code>
}

/** For files whose fields are texts; `fit` says what becomes of a text there. */
export function textFields<Code extends string>(
  format: string,
  fit: (text: string) => Field<Code>,
): FieldWriter<Code> {
  return {
    cell: ({ text }) => fit(text),
    answer(answer, question, several) {
      const text = printAnswer(answer, question, several, format)
      const field = fit(text)
      if (typeof field !== 'string') return field
      const clear =
        question !== undefined && text !== '' && says(text, answer.value, question, several)
      return clear ? field : { text: field, changed: 'answer-blurred' }
    },
  }
}

const loneSurrogates = /\p{Surrogate}/gu

/** The text with U+FFFD for every half of a surrogate pair, which UTF-8 cannot hold. */
export function wellFormed(text: string): string {
  return hasLoneSurrogate(text) ? text.replace(loneSurrogates, '\uFFFD') : text
}

/** What a spreadsheet may run. */
export const formulaLike = /^[=+\-@\t\r]/

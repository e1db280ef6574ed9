import type { ParsedAnswer } from './parse-answer.ts'

/** What is said about a cell with an answer; columns count from 1. */
export const answerTroubles = {
  'no-such-option': (text, question, column) =>
    `Column ${column}: ${quoted(text)} holds something that is no option of "${question}". It was kept as it is.`,
  'ambiguous-answer': (text, question, column) =>
    `Column ${column}: ${quoted(text)} can be read as options of "${question}" in several ways. It was kept as raw text.`,
  'unexpected-value': (text, question, column) =>
    `Column ${column}: ${quoted(text)} does not look like an answer to "${question}". It was kept raw.`,
} as const satisfies Record<
  NonNullable<ParsedAnswer['trouble']>,
  (text: string, question: string, column: number) => string
>

function quoted(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text)
}

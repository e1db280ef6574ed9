import type { ParsedAnswer } from '../answer/parse.ts'

const lineEndNames = { '\r\n': 'CR LF', '\n': 'LF', '\r': 'CR', '': 'none' } as const

/** A line end in words. */
export type LineEnd = keyof typeof lineEndNames

/** What is said about a record. */
export const recordTroubles = {
  blankLine: 'Found an empty line; expected a record. It was left out.',
  raggedRow: (found: number, expected: number): string =>
    `Found ${found} fields; expected ${expected} as in the header. Those found were kept in their places.`,
  mixedLineEnds: (found: LineEnd, expected: LineEnd): string =>
    `The record ends with ${lineEndNames[found]}; expected ${lineEndNames[expected]} as after the header. Both were read as line ends.`,
  'stray-quote':
    'Found a quote inside a quoted field that is not doubled; expected a comma or a line end behind the closing quote. The quote was kept as text.',
  'unclosed-quote':
    'The quote that opens here is never closed; everything up to the end of the file was read as one field.',
} as const

/** What is said about a cell with an answer; columns count from 1. */
export const answerTroubles = {
  'no-such-option': (text, question, column) =>
    `Column ${column}: ${quoted(text)} holds something that is no option of "${question}". It was kept as it is.`,
  'ambiguous-answer': (text, question, column) =>
    `Column ${column}: ${quoted(text)} can be read as options of "${question}" in several ways. It was kept as raw text.`,
  'unexpected-value': (text, question, column) =>
    `Column ${column}: ${quoted(text)} does not look like an answer to "${question}". It was kept as raw text.`,
} as const satisfies Record<
  NonNullable<ParsedAnswer['trouble']>,
  (text: string, question: string, column: number) => string
>

function quoted(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text)
}

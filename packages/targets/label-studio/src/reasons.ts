import { type Fates, pageReasons } from '@labelport/format'

/** Why statements reach the files changed or not at all: one sentence for each code. */
export const reasons = {
  ...pageReasons,
  'no-place': 'A task has no place for it.',
  'cell-hidden': 'Hidden and deleted cells are not written.',
  'line-feed-in-cell': 'The cell has line feeds of its own, so its line cannot be told from two.',
  'cell-respelled': 'Halves of characters became U+FFFD.',
  'name-respelled': 'A name is empty, or has characters that the configuration cannot hold.',
  'span-not-shown': 'The span is empty, or begins or ends in a row that is not written.',
  'span-cuts-character': 'The span begins or ends inside a character.',
  'span-crosses-tasks': 'The span crosses rows, and each row of a table is a task.',
  'over-hidden': 'Rows inside the span are hidden.',
  'end-missing': 'An end of the arrow is not among the regions of the same task.',
  'ends-apart': 'One end of the arrow is an annotation and the other a prediction.',
  'row-empty': 'The row has no text that a region could cover.',
  'second-answer': 'Another answer to a question of this text is there already.',
  'as-json': 'No control holds such an answer; it became a text.',
  'goes-with-region': 'People and programs both had a part; it stands where its region stands.',
  'on-first-row':
    'Each row of a table is a task; the first one holds what is said about the whole.',
} as const satisfies Record<string, string>

export type FateCode = keyof typeof reasons

/** The fates of the statements of one document. */
export type DocumentFates = Fates<FateCode>

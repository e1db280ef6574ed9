import type { Fates } from '@labelport/format'

/** Why statements reach the data set changed or not at all: one sentence for each code. */
export const reasons = {
  'root-copy': 'The document is an untouched upload (ROOT), which is never training data.',
  'no-place': 'Rows of this task have no column for it.',
  'other-task':
    'It belongs to another task than the rows have; write a second data set with option task.',
  unresolved: 'Labelers disagree and nobody has decided; option unresolved includes it.',
  rejected: 'A reviewer rejected it; option unresolved includes it.',
  'about-left-out': 'It speaks about something that is not in the data set.',
  'hidden-cell': 'The cell is hidden or deleted.',
  'lone-surrogate': 'The text holds half of a surrogate pair, which no UTF-8 file can hold.',
  'not-tokenized': 'The cell has no tokens, and rows of tokens need them.',
  whitespace: 'White space between tokens is not kept in rows of tokens.',
  joined:
    'The cell of a table, or its line feeds, cannot be told apart in the text of the document.',
  'no-token': 'The label covers no token.',
  overlap: 'Another label covers some of the same tokens, and a token has one tag.',
  'span-split': 'The label crosses rows and became one label in each.',
  'token-edges': 'The label begins or ends inside a token and was widened to whole tokens.',
  'over-hidden': 'It goes across cells that are not in the text.',
  'second-answer': 'The question has an answer already, and a column holds one.',
  'answer-type': 'The answer does not fit the type of its question.',
  'answer-as-json': 'The answer is nested or of an unknown kind and stands as JSON text.',
  'arrow-end': 'The arrow begins or ends at something that is not among the entities of the row.',
  'in-segments': 'The text stands in the segments of the recording, as far as they cover it.',
  'no-segment': 'No segment of the recording covers it.',
  'answer-cell': 'The column repeats answers that have a column of their own.',
  'no-shape': 'The box has no area on any page.',
  'box-split': 'The box has several areas and became one object for each.',
} as const satisfies Record<string, string>

export type FateCode = keyof typeof reasons

/** The fates of the statements of one document. */
export type DocumentFates = Fates<FateCode>

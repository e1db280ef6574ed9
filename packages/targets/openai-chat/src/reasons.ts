import { doubtReasons, type Fates } from '@labelport/format'

/** Why statements reach the examples changed or not at all: one sentence for each code. */
export const reasons = {
  ...doubtReasons,
  'root-copy': 'The document is an untouched upload (ROOT), which is never training data.',
  'no-place': 'Chat examples have no place for it.',
  'other-task':
    'It belongs to another task than the examples have; write a second file with option task.',
  'hidden-cell': 'The cell is hidden or deleted.',
  'other-column': 'The column is not among those whose cells are the text.',
  joined: 'Cells of a table, or lines within a cell, cannot be told apart in the text.',
  'half-character': 'The text holds half a character, which UTF-8 cannot; it became U+FFFD.',
  'quote-only':
    'The answer quotes the text; where it stands is said by option answer=offsets only.',
  'span-split':
    'The label crosses rows, or rows that are not in the text, and became several or shorter.',
  'empty-label':
    'The label covers no text that is in an example, or begins or ends inside a character.',
  'answer-as-text': 'The answer stands as text, and its type is not told.',
  'other-question':
    'Examples answer one question about documents or rows; option question chooses it.',
  'second-answer': 'The question has an answer already, and an example has one.',
  'answer-not-class': 'The answer is a group, a structure or empty.',
  'no-answer': 'The question has no answer here.',
  'empty-text': 'The text is empty or blank, and messages must not be.',
  'nothing-labeled': 'Nothing is labeled in the text, and option empty drops such examples.',
  'too-long': 'The example has more characters than option max-characters allows; it is never cut.',
  'untouched-copy':
    'The labeler labeled nothing in the document, which says nothing of preference.',
  'text-differs': 'The copy of the reviewer has another text or another question here.',
  'same-as-review': 'The labeler says what the reviewer says.',
  'same-as-another': 'Another labeler says the same, and the pair is there already.',
  'no-difference': 'No copy of a labeler differs from it.',
  'no-other-copy': 'No copy of a labeler came, so there is nothing to compare with.',
  'no-review': 'No copy of a reviewer came, so nothing is preferred.',
  'second-copy': 'Another document of the same name came first.',
} as const satisfies Record<string, string>

export type FateCode = keyof typeof reasons

/** The fates of the statements of one document. */
export type DocumentFates = Fates<FateCode>

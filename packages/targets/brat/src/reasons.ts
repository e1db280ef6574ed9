import type { Fates } from '@labelport/format'

/** Why statements reach the files changed or not at all: one sentence for each code. */
export const reasons = {
  'root-copy': 'The document is an untouched upload (ROOT), which is never training data.',
  'no-place':
    'brat holds labels on text, arrows between them and facts about them, and nothing else.',
  unresolved: 'Labelers disagree and nobody has decided; option unresolved includes it.',
  rejected: 'A reviewer rejected it; option unresolved includes it.',
  'cell-hidden': 'Hidden and deleted cells are not written.',
  'line-feed-in-cell': 'The cell has line feeds of its own and became several lines.',
  'cell-respelled': 'Carriage returns became blanks, and halves of characters U+FFFD.',
  'name-respelled':
    'A name has characters that brat does not allow in types; they are written as numbers.',
  'span-not-shown': 'The span is empty, holds only line ends, or its rows are not written.',
  'span-cuts-character': 'The span begins or ends inside a character.',
  'span-trimmed': 'Line ends and tabs at the edges of the span are left off.',
  'over-hidden': 'Rows inside the span are hidden.',
  'end-missing': 'An end of the arrow is not in the file, or is no label on text.',
  'end-changed': 'An end of the arrow lies elsewhere than it did.',
  'left-out': 'It speaks about something that is not in the file.',
  'second-answer': 'The label has another answer to a question of this text.',
  'as-note': 'The answer is no single choice and became a note.',
  'note-flattened': 'A note is one line: line ends and tabs became blanks.',
  'no-notes': 'Option notes leaves it out.',
} as const satisfies Record<string, string>

/** The fates of the statements of one document. */
export type DocumentFates = Fates<keyof typeof reasons>

import type { Fates } from '@labelport/format'

/** Why statements reach the files changed or not at all: one sentence for each code. */
export const reasons = {
  'root-copy': 'The document is an untouched upload (ROOT), which is never training data.',
  'no-place': 'WebAnno TSV as it is written here holds labels on text and arrows between them.',
  unresolved: 'Labelers disagree and nobody has decided; option unresolved includes it.',
  rejected: 'A reviewer rejected it; option unresolved includes it.',
  'cell-hidden': 'Hidden and deleted cells are not written.',
  'cell-empty': 'A sentence needs a token, and the cell is empty or blank.',
  'cell-respelled':
    'A sentence begins with its first token: other space before it became blanks. Halves of characters became U+FFFD.',
  'tokens-cut':
    'Text without tokens was cut at white space, where the file needs some; or an empty token was left out.',
  'name-respelled':
    'A name has a carriage return, half a character or a backslash at its end, which cannot be written.',
  'span-without-token': 'The span covers no character of a token that is written.',
  'span-cuts-character': 'The span begins or ends inside a character.',
  'span-trimmed': 'The span begins or ends between tokens and was cut to those it covers.',
  'over-left-out': 'Rows inside the span are not written.',
  'end-missing': 'An end of the arrow is not in the file, or is no label on text.',
  'end-changed': 'An end of the arrow lies elsewhere than it did.',
} as const satisfies Record<string, string>

/** The fates of the statements of one document. */
export type DocumentFates = Fates<keyof typeof reasons>

import type { Fates } from '@labelport/format'

/** Why statements reach the docs changed or not at all: one sentence for each code. */
export const reasons = {
  'root-copy': 'The document is an untouched upload (ROOT), which is never training data.',
  'no-place': 'Docs have no place for it.',
  unresolved: 'Labelers disagree and nobody has decided; option unresolved includes it.',
  rejected: 'A reviewer rejected it; option unresolved includes it.',
  'hidden-cell': 'The cell is hidden or deleted.',
  'lone-surrogate': 'The text holds half of a surrogate pair, which no UTF-8 file can hold.',
  'answer-cell': 'The column repeats answers that are categories.',
  'other-column': 'The option columns names other columns.',
  'empty-doc': 'The doc would have no token, and spaCy passes over such docs.',
  joined: 'The cells of a row are one doc, and a line feed between them is all that parts them.',
  'not-tokenized': 'The cell has no tokens; it was cut at white space and at the edges of labels.',
  retokenized:
    'A token is empty, white space or part of a character, or text lies in no token; spaCy needs others.',
  'left-out': 'It speaks about text that is not in the docs.',
  'no-token': 'The label covers no token.',
  'unnamed-label': 'The label has an empty name, which means "no label" to spaCy.',
  overlap: 'Another label covers some of the same tokens; option labels keeps both in doc.spans.',
  'only-in-spans':
    'Another label covers some of the same tokens; it is in doc.spans and not in doc.ents.',
  'white-space-edge':
    'The label begins or ends with white space, which entities of spaCy must not; doc.ents has it trimmed.',
  'span-split': 'The label crosses docs and became one label in each.',
  'over-hidden': 'The label goes across cells that are not in the doc.',
  'token-edges': 'The label begins or ends inside a token and was widened to whole tokens.',
  'arrow-end': 'An end of the arrow is not a label of the same doc.',
  'other-unit': 'It speaks about documents where docs are rows, or the other way round.',
  'other-question': 'The option question names another question.',
  'not-a-choice': 'The question is not a choice, and categories are choices.',
  'second-answer': 'The question has an answer already.',
} as const satisfies Record<string, string>

export type FateCode = keyof typeof reasons

/** The fates of the statements of one document. */
export type DocumentFates = Fates<FateCode>

import { doubtReasons, type Fates } from '@labelport/format'

/** Why statements reach the tables changed or not at all: one sentence for each code. */
export const reasons = {
  ...doubtReasons,
  'root-copy': 'The document is an untouched upload (ROOT), which is never training data.',
  'no-place': 'The tables hold labels, cells and documents, and no comments.',
  'half-character': 'A text holds half a character, which UTF-8 cannot; it became U+FFFD.',
  'nul-character':
    'A text holds the character NUL, at which readers of CSV stop; it became U+FFFD.',
  'cuts-character': 'The label begins or ends inside a character and was widened to all of it.',
  'formula-escaped': "A text begins like a formula; it was written with a ' in front.",
} as const satisfies Record<string, string>

/** The fates of the statements of one document. */
export type DocumentFates = Fates<keyof typeof reasons>

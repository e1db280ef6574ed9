import { doubtReasons, type Fates } from '@labelport/format'

/** Why statements reach the lines changed or not at all: one sentence for each code. */
export const reasons = {
  ...doubtReasons,
  'root-copy': 'The document is an untouched upload (ROOT), which is never training data.',
  'comments-off': 'Comments are written with option comments only.',
  'half-character': 'A text holds half a character, which UTF-8 cannot; it became U+FFFD.',
  'cuts-character': 'The label begins or ends inside a character and was widened to all of it.',
  'over-hidden': 'The label goes across hidden rows, which are not in the text of the document.',
} as const satisfies Record<string, string>

/** The fates of the statements of one document. */
export type DocumentFates = Fates<keyof typeof reasons>

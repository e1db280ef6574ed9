import { conllReasons, type Fates } from '@labelport/format'

/** Why statements reach the files changed or not at all: one sentence for each code. */
export const reasons = {
  ...conllReasons,
  'root-copy': 'The document is an untouched upload (ROOT), which is never training data.',
  unresolved: 'Labelers disagree and nobody has decided; option unresolved includes it.',
  rejected: 'A reviewer rejected it; option unresolved includes it.',
} as const satisfies Record<string, string>

/** The fates of the statements of one document. */
export type DocumentFates = Fates<keyof typeof reasons>

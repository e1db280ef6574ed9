import type { Finding, LineOddity } from '@labelport/format'
import type { TagOddity } from './row-labels.ts'

/** How each oddity of a line is told. */
export const oddities = {
  'missing-tag': {
    severity: 'warning',
    message: 'Found no tag after the token or an empty field; expected O, B-… or I-…. Read as O.',
  },
  'blank-for-tab': {
    severity: 'warning',
    message:
      'Found blanks where a tab should stand between token and tag. What looks like tags at the end of the line was read as tags.',
  },
  'unprefixed-tag': {
    severity: 'warning',
    message: 'Found a tag without B- or I-. Read as a label of this token alone.',
  },
  'orphan-inside': {
    severity: 'warning',
    message: 'Found I- where no label with this name is open. Read as the beginning of a label.',
  },
  'empty-token': { severity: 'warning', message: 'Found no text before the first tab.' },
  'empty-row': {
    severity: 'info',
    message: 'Found an empty line where a token was expected. Kept as a row without text.',
  },
} as const satisfies Record<LineOddity | TagOddity, Finding>

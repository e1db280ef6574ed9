import type { Finding } from '@labelport/format'
import type { LineOddity } from '../sentence.ts'

/** How what was met is told. */
export const oddities = {
  'multiword-token': {
    severity: 'info',
    message: 'Found a token of several words; the labels of its words all cover the token.',
  },
  'empty-node': {
    severity: 'info',
    message: 'Found an empty node, which stands for no text; it is kept as it is and not read.',
  },
  'bad-line': {
    severity: 'error',
    message:
      'Found a line that is no comment and has not ten columns after the next number; it is kept as it is and not read.',
  },
  'text-differs': {
    severity: 'warning',
    message:
      'Found a "# text" comment that does not hold the words below it; the text is made of the words.',
  },
  'dangling-head': {
    severity: 'error',
    message: 'Found a head that is no word of the sentence; there is no arrow.',
  },
  'empty-file': { severity: 'warning', message: 'The file has no sentence; expected ten columns.' },
} as const satisfies Record<LineOddity | 'text-differs' | 'dangling-head' | 'empty-file', Finding>

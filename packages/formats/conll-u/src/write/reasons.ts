import { type ColumnFate, columnReasons } from '@labelport/format'

/** What may happen to a statement beside what all formats of tokens have in common. */
export type OwnFate =
  | 'several-tokens'
  | 'arrow-without-ends'
  | 'arrow-across-rows'
  | 'second-head'
  | 'self-arrow'
  | 'arrow-end-changed'
  | 'tokens-moved'

/** Why statements come out changed or not at all: one sentence for each code. */
export const reasons = {
  ...columnReasons,
  'characters-replaced':
    'The text holds a line end, a tab in a token, or half a character, which became blanks and U+FFFD.',
  'label-name-changed':
    'The label name is empty or holds white space or half a character, which a column cannot hold.',
  'tokens-moved': 'A token is empty, or its text stands before it as well and is found there.',
  'several-tokens': 'The label covers more than one token; a part of speech belongs to one.',
  'arrow-without-ends': 'The arrow does not go between labels of single tokens.',
  'arrow-across-rows': 'The arrow leaves its sentence.',
  'second-head': 'Another arrow leads to the same word, and a word has one head.',
  'self-arrow': 'The arrow begins where it ends, and no word is its own head.',
  'arrow-end-changed': 'A label at an end of the arrow is written in another form.',
  'no-place': 'CoNLL-U holds words, their parts of speech and dependencies.',
} as const satisfies Record<ColumnFate | OwnFate, string>

/** What may happen to a statement. */
export type Fate = keyof typeof reasons

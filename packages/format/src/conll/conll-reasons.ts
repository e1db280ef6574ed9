/** Why statements reach CoNLL files changed or not at all: one sentence for each code. */
export const conllReasons = {
  'no-place': 'CoNLL files hold tokens and one tag for each, and nothing else.',
  'hidden-cell': 'The cell is hidden or deleted.',
  'not-tokenized': 'The cell has no tokens, and CoNLL files are made of them.',
  'empty-row': 'The row has no token, and a blank line would mean nothing.',
  whitespace: 'White space between tokens is not kept.',
  'token-escaped':
    'A token holds characters that would end the token or the line for a reader; escapes.json says how to get them back.',
  'label-escaped':
    'The name of the label holds characters that would confuse readers of tags; escapes.json has the name.',
  'no-token': 'The label covers no token.',
  overlap: 'Another label covers some of the same tokens, and a token has one tag.',
  'span-split': 'The label crosses rows and became one label in each.',
  'over-hidden': 'The label goes across cells that are not in the file.',
  'token-edges': 'The label begins or ends inside a token and was widened to whole tokens.',
} as const satisfies Record<string, string>

/** What may happen to a statement on its way into a CoNLL file. */
export type ConllFate = keyof typeof conllReasons

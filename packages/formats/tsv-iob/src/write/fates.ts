import type { SpanTrouble } from './pieces.ts'
import type { CellTrouble } from './rows.ts'

/** Why cells come out changed. */
export const cellReasons = {
  'cell-tokenized': 'The cell had no tokens; it was split at white space.',
  'characters-replaced':
    'A token holds a tab, a line end or half a character; a line of the file cannot hold them, so they became a blank or U+FFFD.',
  'white-space-changed':
    'The file holds tokens only; between them the text comes back as single blanks.',
  'table-flattened': 'The file has no columns of cells; each cell became a row.',
  'metadata-lost': 'The file has no place for the metadata of a cell.',
} as const satisfies Record<CellTrouble, string>

/** Why spans come out changed. */
export const spanReasons = {
  'span-shortened': 'The span reaches into cells that are hidden or deleted and not written.',
  'span-rounded':
    'The span begins or ends inside a token or beside it; it was widened to whole tokens.',
  'span-exchanged':
    'Two spans with one label name meet at the end of a row; the file does not tell which of them goes on.',
  'label-merged': 'Several labels of the schema have this name; the file cannot tell them apart.',
  'label-name-changed':
    'The label name holds a tab, a line end or half a character, which a tag cannot hold.',
} as const satisfies Record<Exclude<SpanTrouble, 'span-without-tokens'>, string>

/** Why statements are left out. */
export const dropReasons = {
  'cell-hidden': 'Hidden and deleted cells are not written.',
  'span-without-tokens': 'The span covers no token of a written cell.',
  'no-place': 'TSV_IOB holds tokens and labels on them, and nothing else.',
} as const

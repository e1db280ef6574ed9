import type { LabeledDocument, Span } from '@labelport/model'
import type { Fates } from '../fates.ts'
import type { SpanTrouble } from './span-pieces.ts'
import type { RowTrouble } from './token-rows.ts'

/** What may happen to a statement in any format of columns. */
export type ColumnFate = RowTrouble | SpanTrouble | 'cell-hidden' | 'no-place'

/** Why statements come out changed or not at all; `no-place` is for each format to say. */
export const columnReasons = {
  'cell-tokenized': 'The cell had no tokens; it was split at white space.',
  'characters-replaced':
    'A token holds a tab, a line end or half a character; a line of the file cannot hold them, so they became a blank or U+FFFD.',
  'white-space-changed':
    'The file holds tokens only; between them the text comes back as single blanks.',
  'table-flattened': 'The file has no columns of cells; each cell became a row.',
  'metadata-lost': 'The file has no place for the metadata of a cell.',
  'cell-hidden': 'Hidden and deleted cells are not written.',
  'span-shortened': 'The span reaches into cells that are hidden or deleted and not written.',
  'span-rounded':
    'The span begins or ends inside a token or beside it; it was widened to whole tokens.',
  'span-without-tokens': 'The span covers no token of a written cell.',
  'label-merged': 'Several labels of the schema have this name; the file cannot tell them apart.',
  'label-name-changed':
    'The label name holds a tab, a line end or half a character, which a tag cannot hold.',
} as const satisfies Record<Exclude<ColumnFate, 'no-place'>, string>

/** Tells what became of the cells of a document. */
export function tellRows<Code extends string>(
  { cells }: LabeledDocument,
  rows: readonly { readonly cell: number; readonly trouble?: Code }[],
  fates: Fates<Code | 'cell-hidden'>,
): void {
  const written = new Set<number>()
  for (const { cell, trouble } of rows) {
    written.add(cell)
    if (trouble === undefined) fates.keep('cell')
    else fates.change('cell', trouble, cell)
  }
  for (const cell of cells.keys()) if (!written.has(cell)) fates.drop('cell', 'cell-hidden', cell)
}

/** Tells what became of the spans of a document. `dropping` lists the troubles that leave nothing of one. */
export function tellSpans<Code extends string>(
  { annotations }: LabeledDocument,
  troubles: ReadonlyMap<Span, Code>,
  fates: Fates<Code>,
  dropping: readonly (Code | 'span-without-tokens')[] = ['span-without-tokens'],
): void {
  for (const one of annotations) {
    if (one.type !== 'span') continue
    const trouble = troubles.get(one)
    if (trouble === undefined) fates.keep('span')
    else if (dropping.includes(trouble)) fates.drop('span', trouble, one.id)
    else fates.change('span', trouble, one.id)
  }
}

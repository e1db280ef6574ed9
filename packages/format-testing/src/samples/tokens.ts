import {
  type Cell,
  emptySchema,
  type LabeledDocument,
  type LabelSchema,
  type Span,
  TokenBuffer,
  unknownOrigin,
} from '@labelport/model'

/** A schema whose labels have these names; their ids are their positions. */
export function schemaOf(...names: readonly string[]): LabelSchema {
  const labels = names.map((name, index) => ({ id: String(index), name }))
  return { ...emptySchema, labelSets: [{ id: 'set', appliesTo: 'text', labels }] }
}

/** A cell of tokens with single blanks between them. */
export function cellOf(row: number, tokens: readonly string[], more: Partial<Cell> = {}): Cell {
  const buffer = new TokenBuffer()
  let at = 0
  for (const token of tokens) {
    buffer.add(at, at + token.length)
    at += token.length + 1
  }
  return { row, column: 0, text: tokens.join(' '), tokens: buffer.take(), ...more }
}

/** A document of rows given as words. */
export function documentOf(
  rows: readonly (readonly string[])[],
  parts: Partial<LabeledDocument> = {},
): LabeledDocument {
  return {
    id: 'd1',
    name: 'a.txt',
    tasks: ['token'],
    cells: rows.map((tokens, row) => cellOf(row, tokens)),
    media: [],
    annotations: [],
    comments: [],
    schema: schemaOf('Person', 'Place'),
    ...parts,
  }
}

/** A label over a stretch of one cell, or up to a place in a later one. */
export function spanOf(
  id: string,
  label: string,
  [cell, start, end]: readonly [number, number, number],
  more: Partial<Span> & { readonly endCell?: number } = {},
): Span {
  const { endCell, ...rest } = more
  const target = endCell === undefined ? { cell, start, end } : { cell, start, end, endCell }
  return { type: 'span', id, labelSet: 'set', label, target, origin: unknownOrigin, ...rest }
}

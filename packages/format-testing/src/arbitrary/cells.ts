import { type Cell, type Column, type Feature, type Metadata, TokenBuffer } from '@labelport/model'
import fc from 'fast-check'
import { gap, phrase, word } from './words.ts'

/** The text of a random document. */
export interface CellsDraft {
  readonly cells: readonly Cell[]
  readonly columns?: readonly Column[]
}

interface RowDraft {
  readonly words: readonly string[]
  readonly gaps: readonly string[]
  readonly status: Cell['status'] | undefined
  readonly metadata: readonly Metadata[]
}

/** Cells that use the given features and no others. */
export function cellsArbitrary(uses: (feature: Feature) => boolean): fc.Arbitrary<CellsDraft> {
  const text = textCells(uses)
  return uses('table') ? fc.oneof(text, tableCells) : text
}

const columnNames = ['Text', 'Länge', 'id', 'a "b"', 'c,d']

const tableCells: fc.Arbitrary<CellsDraft> = fc
  .tuple(
    fc.integer({ min: 1, max: 3 }),
    fc.array(fc.array(phrase, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 5 }),
  )
  .map(([width, rows]) => ({
    columns: columnNames.slice(0, width).map((name) => ({ name })),
    cells: rows.flatMap((texts, row) =>
      texts.slice(0, width).map((text, column) => ({ row, column, text })),
    ),
  }))

function textCells(uses: (feature: Feature) => boolean): fc.Arbitrary<CellsDraft> {
  const row = fc.record<RowDraft>({
    words: fc.array(word, { maxLength: 7 }),
    gaps: uses('whitespace')
      ? fc.array(gap, { minLength: 8, maxLength: 8 })
      : fc.constant<readonly string[]>([]),
    status: uses('cell.hidden')
      ? fc.constantFrom(undefined, undefined, undefined, 'hidden', 'deleted')
      : fc.constant(undefined),
    metadata: metadataArbitrary(uses),
  })
  const tokenized = uses('tokens') ? fc.boolean() : fc.constant(false)
  return fc.tuple(tokenized, fc.array(row, { maxLength: 6 })).map(([tokens, rows]) => {
    const buffer = new TokenBuffer(64)
    return { cells: rows.map((draft, index) => cellOf(draft, index, tokens, buffer)) }
  })
}

function cellOf(draft: RowDraft, row: number, tokenized: boolean, buffer: TokenBuffer): Cell {
  const { words, gaps, status, metadata } = draft
  let text = gaps[words.length] ?? ''
  if (text === ' ') text = ''
  for (const [index, one] of words.entries()) {
    if (index > 0) text += gaps[index] ?? ' '
    buffer.add(text.length, text.length + one.length)
    text += one
  }
  const tokens = buffer.take()
  return {
    row,
    column: 0,
    text,
    ...(tokenized ? { tokens } : {}),
    ...(status === undefined ? {} : { status }),
    ...(metadata.length === 0 ? {} : { metadata }),
  }
}

function metadataArbitrary(uses: (feature: Feature) => boolean): fc.Arbitrary<readonly Metadata[]> {
  const speaker = fc.constantFrom('Zoë', 'Guide', '😀').map((value) => [{ key: 'speaker', value }])
  const facts = fc.uniqueArray(
    fc.record({ key: fc.constantFrom('page', 'ключ', 'a=b'), value: phrase }),
    { maxLength: 2, selector: ({ key }) => key },
  )
  return fc
    .tuple(
      uses('speaker') ? fc.oneof(fc.constant([]), speaker) : fc.constant([]),
      uses('metadata') ? facts : fc.constant([]),
    )
    .map(([first, rest]) => [...first, ...rest])
}

import {
  type ColumnFate,
  columnReasons,
  dropTypes,
  fieldNames,
  openFates,
  type Part,
  safeName,
  spanPieces,
  tellRows,
  tellSpans,
  tokenRows,
  uniqueNames,
  type WriteContext,
  writableText,
} from '@labelport/format'
import type { LabeledDocument, Span } from '@labelport/model'
import { type ArrowFate, drawArrows, type SpanPlace } from './arrows.ts'
import { fieldGrid } from './field-grid.ts'

const header = '#FORMAT=Datasaur TSV 3\n\n'

const reasons = {
  ...columnReasons,
  'label-name-changed':
    'The label name holds a tab, a line end, a bar or half a character, which a field cannot hold.',
  'arrow-without-ends': 'The file draws arrows between labels on written tokens only.',
  'arrow-end-changed': 'A label at an end of the arrow is written in another form.',
  'same-arrow': 'Another arrow goes the same way under the same name.',
  'no-place': 'Files of texts, labels and arrows hold nothing else.',
} as const satisfies Record<ColumnFate | ArrowFate, string>

/** What counts on through a file, also from one segment to the next. */
interface Counts {
  row: number
  offset: number
  span: number
}

/** Writes each row with its text, numbered tokens and a column for each label set. */
export async function* writeDatasaurTsv(
  documents: AsyncIterable<LabeledDocument>,
  { account, signal }: WriteContext,
): AsyncGenerator<Part> {
  const unique = uniqueNames()
  let path = ''
  let counts: Counts = { row: 0, offset: 0, span: 0 }
  for await (const document of documents) {
    signal?.throwIfAborted()
    if ((document.segment?.index ?? 0) === 0) {
      path = unique(safeName(`${document.name}.tsv`))
      counts = { row: 0, offset: 0, span: 0 }
      yield { path, chunk: header }
    }
    const fates = openFates<ColumnFate | ArrowFate>('tsv-non-iob', reasons, account, document)
    yield { path, chunk: textOf(document, counts, fates) }
    fates.close()
    dropTypes(account, document, ['answer', 'box', 'timestamp', 'comment'], {
      code: 'tsv-non-iob/no-place',
      reason: reasons['no-place'],
    })
  }
}

/** The rows of a document as the file holds them. Tells what became of cells, labels and arrows. */
function textOf(
  document: LabeledDocument,
  counts: Counts,
  fates: ReturnType<typeof openFates<ColumnFate | ArrowFate>>,
): string {
  const rows = tokenRows(document.cells, true)
  const nameOf = fieldNames(document.schema, (name) => writableText(name).replaceAll('|', ' '))
  const { pieces, troubles } = spanPieces(document, rows, nameOf)
  const numbers = new Map<Span, number>()
  const numberOf = (span: Span): number => {
    const number = numbers.get(span) ?? counts.span + numbers.size + 1
    numbers.set(span, number)
    return number
  }
  const grid = fieldGrid(document, numberOf)
  const places = new Map<string, SpanPlace>()
  for (const [row, list] of pieces.entries()) {
    for (const piece of list.sort((a, b) => a.start - b.start || a.end - b.end)) {
      grid.addSpan(row, piece)
      if (!places.has(piece.span.id)) places.set(piece.span.id, { row, piece })
    }
  }
  counts.span += numbers.size
  drawArrows(document, { grid, places, troubles, nameOf, fates })
  const lines: string[] = []
  for (const [row, { cell, tokens, texts }] of rows.entries()) {
    const text = document.cells[cell]?.text ?? ''
    counts.row += 1
    for (const line of text.replace(/\p{Surrogate}/gu, '\uFFFD').split('\n')) {
      lines.push(`#Text=${line}\n`)
    }
    for (const [token, written] of texts.entries()) {
      const start = counts.offset + (tokens[2 * token] ?? 0)
      const end = counts.offset + (tokens[2 * token + 1] ?? 0)
      const place = `${counts.row}-${token + 1}\t${start}-${end}`
      lines.push(`${place}\t${written}\t${grid.at(row, token)}\n`)
    }
    counts.offset += text.length + 1
    lines.push('\n')
  }
  tellRows(document, rows, fates)
  tellSpans(document, troubles, fates)
  return lines.join('')
}

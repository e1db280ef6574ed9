import type { LabeledDocument, Span, StatementType } from '@labelport/model'
import { dropTypes } from '../account.ts'
import { openFates } from '../fates.ts'
import type { Part, WriteContext } from '../format.ts'
import { safeName, uniqueNames } from '../name.ts'
import { fileStart } from '../text.ts'
import { type ColumnFate, columnReasons, tellRows, tellSpans } from './column-fates.ts'
import { fieldNames } from './field-names.ts'
import { type SpanPiece, type SpanTrouble, spanPieces } from './span-pieces.ts'
import { type PlacedPiece, tagColumns } from './tag-columns.ts'
import { tokenRows } from './token-rows.ts'

/** Text is handed on in pieces of about this many characters. */
const chunkLength = 1 << 16

const withoutPlace = ['relation', 'answer', 'box', 'timestamp', 'comment'] as const

/** What tells the writer of one format of tokens and tags in columns from that of another. */
export interface ColumnWriting<Trouble extends string> {
  /** The id of the format. */
  readonly format: string
  readonly tagOf: (piece: SpanPiece, begins: boolean) => string
  /** Makes of a label name what a tag can hold. Absent means that only tabs and line ends stand in the way. */
  readonly writableName?: (name: string) => string
  readonly follow: (troubles: Map<Span, Trouble | SpanTrouble>) => Following
  /** One sentence for each code of its own, and for `no-place`. */
  readonly reasons: Readonly<Record<Trouble | 'no-place', string>>
}

/** Follows row by row what a reader will make of the file, and marks the spans it will take wrongly. */
export interface Following {
  /** Takes the pieces of the next row in the order of their columns. */
  take(tokenCount: number, placed: readonly PlacedPiece<SpanPiece>[]): void
}

/** Writes one file for each document; later segments go on in the file of the first. */
export async function* writeColumns<Trouble extends string>(
  documents: AsyncIterable<LabeledDocument>,
  { account, signal }: WriteContext,
  { format, tagOf, writableName, follow, reasons }: ColumnWriting<Trouble>,
): AsyncGenerator<Part> {
  const unique = uniqueNames()
  let path = ''
  for await (const document of documents) {
    signal?.throwIfAborted()
    let begun = (document.segment?.index ?? 0) > 0
    if (!begun) path = unique(safeName(`${document.name}.tsv`))
    const rows = tokenRows(document.cells)
    const layout = spanPieces(document, rows, fieldNames(document.schema, writableName))
    const troubles = new Map<Span, Trouble | SpanTrouble>(layout.troubles)
    const following = follow(troubles)
    let chunk = ''
    for (const [index, { texts }] of rows.entries()) {
      const { tags, placed } = tagColumns(texts.length, layout.pieces[index] ?? [], tagOf)
      following.take(texts.length, placed)
      for (const [token, text] of texts.entries()) {
        chunk += `${text}\t${tags[token]?.join('\t') ?? 'O'}\n`
      }
      chunk += '\n'
      if (chunk.length < chunkLength) continue
      yield { path, chunk: begun ? chunk : fileStart(chunk) }
      begun = true
      chunk = ''
    }
    yield { path, chunk: begun ? chunk : fileStart(chunk) }
    const told: Record<Trouble | ColumnFate, string> = { ...columnReasons, ...reasons }
    const fates = openFates(format, told, account, document)
    tellRows(document, rows, fates)
    tellSpans(document, troubles, fates)
    fates.close()
    dropTypes(account, document, withoutPlace satisfies readonly StatementType[], {
      code: `${format}/no-place`,
      reason: told['no-place'],
    })
  }
}

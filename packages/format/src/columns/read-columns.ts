import type { LabeledDocument } from '@labelport/model'
import type { ReadContext } from '../format.ts'
import { limitReports } from '../limit-reports.ts'
import type { Source } from '../source.ts'
import { textChunksOf } from '../text.ts'
import type { Finding } from './finding.ts'
import { lineBlocks } from './line-blocks.ts'
import { namedLabels, nameTrouble } from './named-labels.ts'
import { RowBatch } from './row-batch.ts'
import type { RowLabels } from './row-labels.ts'
import { rowLines } from './row-lines.ts'
import { rowSegments } from './row-segments.ts'
import { endRow, type LineOddity, type LooksLikeTag, type Scan, scanBlock } from './scan.ts'
import { type ParsedTag, tagTable } from './tag-table.ts'

/** What tells one format of tokens and tags in columns from another. */
export interface ColumnReading<Kind extends string, Odd extends string> {
  /** The id of the format. */
  readonly format: string
  readonly parseTag: (text: string) => ParsedTag<Kind>
  readonly openLabels: () => RowLabels<Kind, Odd>
  readonly looksLikeTag?: LooksLikeTag
  /** How each oddity is told; what is undefined is nothing to tell. */
  readonly oddities: Readonly<Record<LineOddity | Odd, Finding | undefined>>
}

/**
 * A segment ends with the first row after this many rows or bytes of text where no label is open. The text of so
 * many rows lies below what V8 calls a large object, and dies young: twice as many held 40 MB more in streaming.
 */
const segmentRows = 1024
const segmentBytes = 1 << 20

/**
 * Reads a file with a token and its tags on each line and an empty line after each row. A long file leaves
 * in segments, cut between rows where no label goes on.
 */
export async function* readColumns<Kind extends string, Odd extends string>(
  source: Source,
  context: ReadContext,
  reading: ColumnReading<Kind, Odd>,
): AsyncGenerator<LabeledDocument> {
  const { path } = source
  const { format, looksLikeTag } = reading
  const { report, close } = limitReports(context.report)
  const batch = new RowBatch()
  const tags = tagTable(reading.parseTag)
  const labels = reading.openLabels()
  const names = namedLabels(context.schema)
  const segments = rowSegments(source, context, names)
  const waiting: LabeledDocument[] = []
  const lines = context.locate && rowLines(context.locate)
  let atEnd = false

  const cut = (rows: number): void => {
    while (names.named.length < tags.names.length) {
      const name = tags.names[names.named.length] ?? ''
      const trouble = nameTrouble(name, names.add(name))
      if (trouble)
        report({ code: `${format}/${trouble.what}`, ...trouble.finding, place: { path } })
    }
    const segment = segments.next(batch, rows, labels.drafts)
    lines?.tell(segment)
    waiting.push(segment)
  }
  const scan: Scan<Kind, Odd> = {
    batch,
    tags,
    labels,
    ...(looksLikeTag && { looksLikeTag }),
    line: 0,
    rowTokens: 0,
    rowUnits: 0,
    rowWide: false,
    odd(what) {
      const finding = reading.oddities[what]
      if (finding === undefined) return
      report({ code: `${format}/${what}`, ...finding, place: { path, line: scan.line } })
    },
    rowEnded() {
      // A row ends on the empty line behind its tokens, and the last one perhaps with the file.
      lines?.add(scan.line - scan.rowTokens + Number(atEnd))
      const { joined } = labels
      labels.endRow(scan.rowTokens > 0)
      if (batch.length < segmentRows && batch.size < segmentBytes) return
      if (!labels.carrying) cut(batch.length)
      // A row that continues nothing closes whatever the rows before it left open.
      else if (!joined && scan.rowTokens > 0 && batch.length > 1) cut(batch.length - 1)
    },
  }
  try {
    for await (const block of lineBlocks(source, context.signal)) {
      scanBlock(block, scan)
      // One segment is held back until another follows: only the last one may say that it is.
      for (const segment of waiting.splice(0, waiting.length - 1)) {
        context.signal?.throwIfAborted()
        yield segment
      }
    }
    atEnd = true
    if (scan.rowTokens > 0) endRow(scan)
    if (batch.length > 0 || waiting.length === 0) cut(batch.length)
  } catch (error) {
    if (error instanceof TypeError) await failAtBadByte(source, format, context.signal)
    throw error
  }
  if (scan.line === 0) {
    const message = 'The file is empty; expected a token and its tags on each line.'
    report({ severity: 'warning', code: `${format}/empty-file`, message, place: { path } })
  }
  close()
  const last = waiting.pop()
  yield* waiting
  if (last !== undefined) yield segments.finish(last)
}

/** Reads the file again, only to learn where it stops being UTF-8. */
async function failAtBadByte(
  source: Source,
  format: string,
  signal: AbortSignal | undefined,
): Promise<void> {
  for await (const _ of textChunksOf(source, format, signal));
}

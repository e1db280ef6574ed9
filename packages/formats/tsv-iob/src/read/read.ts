import { limitReports, type ReadContext, type Source, textChunksOf } from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import { labelsOf } from './labels.ts'
import { lineBlocks } from './line-blocks.ts'
import { oddities } from './oddities.ts'
import { RowBatch } from './row-batch.ts'
import { rowLabels } from './row-labels.ts'
import { endRow, type Scan, scanBlock } from './scan.ts'
import { segmentsOf } from './segments.ts'
import { tagTable } from './tag.ts'

/** A segment ends with the first row after this many rows or bytes of text where no label is open. */
const segmentRows = 2048
const segmentBytes = 1 << 20

/** Reads a file row by row; a long one leaves in segments. */
export async function* read(source: Source, context: ReadContext): AsyncGenerator<LabeledDocument> {
  const { path } = source
  const { report, close } = limitReports(context.report)
  const batch = new RowBatch()
  const tags = tagTable()
  const labels = rowLabels()
  const names = labelsOf(context.schema)
  const segments = segmentsOf(source, context, names)
  const waiting: LabeledDocument[] = []

  const cut = (rows: number): void => {
    while (names.named.length < tags.names.length) {
      const name = tags.names[names.named.length] ?? ''
      const finding = names.add(name)
      if (finding === 'fine') continue
      const message =
        finding === 'unknown-label'
          ? `The label "${name}" is not among the labels that are known; it was added to them.`
          : `Several labels are called "${name}"; the first of them was taken.`
      report({ severity: 'warning', code: `tsv-iob/${finding}`, message, place: { path } })
    }
    waiting.push(segments.next(batch, rows, labels.drafts))
  }
  const scan: Scan = {
    batch,
    tags,
    labels,
    line: 0,
    rowTokens: 0,
    rowUnit: 0,
    odd(what) {
      report({ code: `tsv-iob/${what}`, ...oddities[what], place: { path, line: scan.line } })
    },
    rowEnded() {
      const { joined } = labels
      labels.endRow(scan.rowTokens > 0)
      if (batch.length < segmentRows && batch.usedBytes < segmentBytes) return
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
    if (scan.rowTokens > 0) endRow(scan)
    if (batch.length > 0 || waiting.length === 0) cut(batch.length)
  } catch (error) {
    if (error instanceof TypeError) await failAtBadByte(source, context)
    throw error
  }
  if (scan.line === 0) {
    const message = 'The file is empty; expected a token and its tags on each line.'
    report({ severity: 'warning', code: 'tsv-iob/empty-file', message, place: { path } })
  }
  close()
  const last = waiting.pop()
  yield* waiting
  if (last !== undefined) yield segments.finish(last)
}

/** Reads the file again, only to learn where it stops being UTF-8. */
async function failAtBadByte(source: Source, { signal }: ReadContext): Promise<void> {
  for await (const _ of textChunksOf(source, 'tsv-iob', signal));
}

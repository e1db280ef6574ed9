import { openPieces, type SegmentPlan, type Source } from '@labelport/format'
import { emptySchema, type LabeledDocument, type LabelSchema } from '@labelport/model'
import type { FileRun, OpenDocument } from '../read-document.ts'
import type { LongFile } from './plan-file.ts'

/** Reads a long file segment by segment; one that has a single segment is whole. */
export async function* readSegments(
  { segments }: LongFile,
  open: (purpose: 'survey' | 'reading') => OpenDocument,
  source: Source,
  signal: AbortSignal | undefined,
): AsyncGenerator<LabeledDocument> {
  const document = open('reading')
  if (segments.length < 2) {
    for await (const run of runsOf(segments, source, signal)) yield document.read(run)
    return
  }
  const schema = await schemaOf(open('survey'), runsOf(segments, source, signal))
  let index = 0
  for await (const run of runsOf(segments, source, signal)) {
    const segment = { index, last: index + 1 === segments.length }
    yield { ...document.read(run), schema, segment }
    index += 1
  }
}

/**
 * No file of this format declares its labels, and a label set that came up late would change the names of labels that
 * were written before. So a long file is read twice.
 */
async function schemaOf(
  document: OpenDocument,
  runs: AsyncIterable<FileRun>,
): Promise<LabelSchema> {
  let schema = emptySchema
  for await (const run of runs) schema = document.read(run).schema
  return schema
}

/** The runs of a plan; a file without sentences has an empty one. */
async function* runsOf(
  segments: readonly SegmentPlan[],
  source: Source,
  signal: AbortSignal | undefined,
): AsyncGenerator<FileRun> {
  if (segments.length === 0) yield { sentences: [] }
  const reader = openPieces(source, 'json', signal)
  try {
    for (const { pieces, before } of segments) {
      const sentences: unknown[] = []
      for (const piece of pieces) for (const one of await reader.read(piece)) sentences.push(one)
      yield { sentences, before }
    }
  } finally {
    await reader.close()
  }
}

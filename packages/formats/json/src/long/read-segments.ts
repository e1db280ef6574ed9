import { openPieces, type Source } from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import type { OpenDocument } from '../read-document.ts'
import type { LongFile } from './plan-file.ts'

/** Reads a long file segment by segment; one that has a single segment is whole. */
export async function* readSegments(
  { segments }: LongFile,
  document: OpenDocument,
  source: Source,
  signal: AbortSignal | undefined,
): AsyncGenerator<LabeledDocument> {
  const reader = openPieces(source, 'json', signal)
  try {
    const count = Math.max(1, segments.length)
    for (let index = 0; index < count; index += 1) {
      const { pieces = [], before = { count: 0, lastRow: -1 } } = segments[index] ?? {}
      const sentences: unknown[] = []
      for (const piece of pieces) for (const one of await reader.read(piece)) sentences.push(one)
      const segment = document.read({ sentences, before })
      if (count === 1) yield segment
      else yield { ...segment, segment: { index, last: index + 1 === count } }
    }
  } finally {
    await reader.close()
  }
}

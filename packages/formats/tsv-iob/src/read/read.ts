import { type ReadContext, readColumns, type Source } from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import { oddities } from './oddities.ts'
import { rowLabels } from './row-labels.ts'
import { looksLikeTag, parseTag } from './tag.ts'

/** Reads a file row by row; a long one leaves in segments. */
export function read(source: Source, context: ReadContext): AsyncGenerator<LabeledDocument> {
  return readColumns(source, context, {
    format: 'tsv-iob',
    parseTag,
    openLabels: rowLabels,
    looksLikeTag,
    oddities,
  })
}

import { joinCells, type SchemaIndex, wellFormed } from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import type { LineScope } from './annotations.ts'
import type { Options } from './options.ts'

/** What a document, or a segment with so many code points `before` it, is written with. */
export function scopeOf(
  document: LabeledDocument,
  index: SchemaIndex,
  { personName }: Options,
  before = 0,
): LineScope {
  const { cells } = document
  const text = joinCells(cells, (cell) => cells[cell]?.status === undefined, wellFormed)
  return { document, text, before, index, personName }
}

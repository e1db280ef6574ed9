import { type Annotation, type Cell, type LabeledDocument, unknownOrigin } from '@labelport/model'
import type { ReadContext } from '../format.ts'
import { baseName, withoutExtension } from '../name.ts'
import type { Source } from '../source.ts'
import type { NamedLabels } from './named-labels.ts'
import type { RowBatch } from './row-batch.ts'
import type { Draft } from './row-labels.ts'

/** Makes documents of scanned rows. */
export interface RowSegments {
  /** Takes the first rows of the batch and the labels that begin in them. */
  next(batch: RowBatch, rows: number, drafts: Draft[]): LabeledDocument
  /** Marks the last segment; the only one loses its mark. */
  finish(segment: LabeledDocument): LabeledDocument
}

/** Starts at the first row of a source. */
export function rowSegments(source: Source, context: ReadContext, names: NamedLabels): RowSegments {
  const name = context.documentName ?? withoutExtension(baseName(source.path), ['.tsv'])
  let index = 0
  let firstRow = 0
  let annotationCount = 0
  const spanOf = ({ label, row, start, endRow, end }: Draft): Annotation => {
    const { labelSet, label: id } = names.named[label] ?? { labelSet: '', label: '' }
    const cell = row - firstRow
    annotationCount += 1
    return {
      type: 'span',
      id: `span-${annotationCount}`,
      labelSet,
      label: id,
      target:
        endRow === row ? { cell, start, end } : { cell, start, endCell: endRow - firstRow, end },
      origin: unknownOrigin,
    }
  }
  return {
    next(batch, rows, drafts) {
      const { texts, tokens } = batch.take(rows)
      const cells = texts.map((text, at): Cell => {
        const row = firstRow + at
        const own = tokens[at]
        return own === undefined ? { row, column: 0, text } : { row, column: 0, text, tokens: own }
      })
      const after = drafts.findIndex(({ row }) => row >= firstRow + rows)
      const finished = drafts.splice(0, after === -1 ? drafts.length : after)
      const document: LabeledDocument = {
        id: source.path,
        name,
        segment: { index, last: false },
        tasks: ['token'],
        cells,
        media: [],
        annotations: finished.map(spanOf),
        comments: [],
        schema: names.schema(),
      }
      index += 1
      firstRow += rows
      return document
    },
    finish({ segment, ...document }) {
      if (segment === undefined || segment.index === 0) return document
      return { ...document, segment: { index: segment.index, last: true } }
    },
  }
}

import {
  cellSegments,
  dropTypes,
  openFates,
  schemaNames,
  segmentReasons,
  useKey,
  type WriteContext,
} from '@labelport/format'
import { type LabeledDocument, labelName } from '@labelport/model'
import { keptIn } from '../extra.ts'
import type { VertexOptions } from '../options.ts'

const reasons = {
  ...segmentReasons,
  'cell-hidden': 'Hidden and deleted cells are not written.',
  'cell-beside': 'A line holds one cell; the cells of a row became lines of their own.',
  'empty-row': 'The row has no text, and Vertex AI takes no example without one.',
  'label-lengthened': 'The schema has the name of the label twice; a path was put before it.',
  'no-place': 'The file holds texts and labels on them, and nothing else.',
} as const

type Reason = keyof typeof reasons

/** Starts without a schema met; the writer makes the lines of a document or segment. */
export function entityWriter(
  { account, report }: WriteContext,
  { use }: Pick<VertexOptions, 'use'>,
): (document: LabeledDocument) => string {
  const schemas = schemaNames('gcp-vertex-ai-csv', report)
  return (document) => {
    const { cells, schema } = document
    const fates = openFates<Reason>('gcp-vertex-ai-csv', reasons, account, document)
    const kept = keptIn(document)
    const written = new Set<number>()
    for (const [index, { text, status, column, row }] of cells.entries()) {
      if (status !== undefined) fates.drop('cell', 'cell-hidden', index)
      else if (text === '' && kept.elsewhere?.[row] === undefined) {
        fates.drop('cell', 'empty-row', index)
      } else {
        if (column > 0) fates.change('cell', 'cell-beside', index)
        else fates.keep('cell')
        written.add(index)
      }
    }
    const names = schemas.of(schema, 'text')
    const rules = {
      isWritten: (cell: number) => written.has(cell),
      nameOf: ({ labelSet, label }: { readonly labelSet: string; readonly label: string }) => {
        const name = names.nameOf(labelSet, label)
        return name === labelName(schema, labelSet, label)
          ? { name }
          : ({ name, change: 'label-lengthened' } as const)
      },
    }
    const segments = new Map<number, object[]>()
    for (const { cell, begin, end, name } of cellSegments<Reason>(document, rules, fates)) {
      const list = segments.get(cell) ?? []
      segments.set(cell, list)
      list.push({ startOffset: begin, endOffset: end, displayName: name })
    }
    fates.close()
    dropTypes(account, document, ['relation', 'answer', 'box', 'timestamp', 'comment'], {
      code: 'gcp-vertex-ai-csv/no-place',
      reason: reasons['no-place'],
    })
    const lines = Array.from(written, (index) => {
      const { text = '', row = 0 } = cells[index] ?? {}
      const found = text === '' ? kept.elsewhere?.[row] : undefined
      const purpose = use === 'none' ? kept.uses?.[row] : use
      const example = found ?? {
        textContent: text,
        textSegmentAnnotations: segments.get(index) ?? [],
        ...(purpose && { dataItemResourceLabels: { [useKey]: purpose } }),
      }
      return `${JSON.stringify(example)}\n`
    })
    return lines.join('')
  }
}

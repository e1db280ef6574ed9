import {
  type CellSegment,
  cellSegments,
  dropTypes,
  openFates,
  type Part,
  safeName,
  schemaNames,
  segmentReasons,
  uniqueNames,
  type WriteContext,
} from '@labelport/format'
import { type LabeledDocument, labelName } from '@labelport/model'

const reasons = {
  ...segmentReasons,
  'cell-hidden': 'Hidden and deleted cells are not written.',
  'cell-beside': 'A line holds one cell; the cells of a row became lines of their own.',
  'label-lengthened': 'The schema has the name of the label twice; a path was put before it.',
  'no-place': 'The file holds texts and labels on them, and nothing else.',
} as const

type Reason = keyof typeof reasons

/** Writes what the documented sample writes: a file for each document, a line for each row. */
export async function* write(
  documents: AsyncIterable<LabeledDocument>,
  { account, report, signal }: WriteContext,
): AsyncGenerator<Part> {
  const unique = uniqueNames()
  const schemas = schemaNames('custom', report)
  let path = ''
  for await (const document of documents) {
    signal?.throwIfAborted()
    const { cells, schema, name, segment } = document
    if (path === '' || (segment?.index ?? 0) === 0) path = unique(safeName(`${name}.json`))
    const fates = openFates<Reason>('custom', reasons, account, document)
    for (const [index, { status, column }] of cells.entries()) {
      if (status !== undefined) fates.drop('cell', 'cell-hidden', index)
      else if (column > 0) fates.change('cell', 'cell-beside', index)
      else fates.keep('cell')
    }
    const names = schemas.of(schema, 'text')
    const rules = {
      isWritten: (cell: number) => cells[cell]?.status === undefined,
      nameOf: ({ labelSet, label }: { readonly labelSet: string; readonly label: string }) => {
        const found = names.nameOf(labelSet, label)
        return found === labelName(schema, labelSet, label)
          ? { name: found }
          : ({ name: found, change: 'label-lengthened' } as const)
      },
    }
    const byCell = new Map<number, CellSegment[]>()
    for (const one of cellSegments<Reason>(document, rules, fates)) {
      byCell.set(one.cell, [...(byCell.get(one.cell) ?? []), one])
    }
    fates.close()
    dropTypes(account, document, ['relation', 'answer', 'box', 'timestamp', 'comment'], {
      code: 'custom/no-place',
      reason: reasons['no-place'],
    })
    const lines = cells.flatMap(({ text, status }, cell) =>
      status === undefined ? [lineOf(text, byCell.get(cell) ?? [])] : [],
    )
    yield { path, chunk: lines.join('') }
  }
}

function lineOf(text: string, segments: readonly CellSegment[]): string {
  const annotations = segments.map(({ begin, end, name }) => ({
    text_extraction: { text_segment: { end_offset: end, start_offset: begin } },
    display_name: name,
  }))
  return `${JSON.stringify({ annotations, text_snippet: { content: text } })}\n`
}

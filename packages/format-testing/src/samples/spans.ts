import { type LabeledDocument, labelName, type Span } from '@labelport/model'

/** What spans cover and which label they bear. */
export function covered(document: LabeledDocument | undefined): string[] {
  return (document?.annotations ?? [])
    .filter((one): one is Span => one.type === 'span')
    .map(({ target, labelSet, label }) => {
      const text = document?.cells[target.cell]?.text ?? ''
      const name = labelName(document?.schema ?? { labelSets: [], questions: [] }, labelSet, label)
      return `${text.slice(target.start, target.end)}/${name}`
    })
}

/** A document of rows with labels on them, under ids that are not their names. */
export function textDocument(
  rows: readonly string[],
  spans: readonly (readonly [cell: number, start: number, end: number, label: string])[] = [],
  names: readonly string[] = ['Person', 'Place'],
): LabeledDocument {
  return {
    id: 'walk',
    name: 'walk.txt',
    tasks: ['token'],
    cells: rows.map((text, row) => ({ row, column: 0, text })),
    media: [],
    annotations: spans.map(([cell, start, end, label], index) => ({
      type: 'span',
      id: `s${index}`,
      labelSet: 'set',
      label,
      target: { cell, start, end },
      origin: { by: 'unknown' },
    })),
    comments: [],
    schema: {
      labelSets: [
        { id: 'set', appliesTo: 'text', labels: names.map((name) => ({ id: `l-${name}`, name })) },
      ],
      questions: [],
    },
  }
}

import {
  type Annotation,
  emptySchema,
  type LabeledDocument,
  type Span,
  unknownOrigin,
} from '../src/index.ts'

/** A document of one row for each text, and what a test adds. */
export function documentOf(
  texts: readonly string[],
  parts: Partial<LabeledDocument> = {},
): LabeledDocument {
  return {
    id: 'd1',
    name: 'ferry.txt',
    tasks: ['token'],
    cells: texts.map((text, row) => ({ row, column: 0, text })),
    media: [],
    annotations: [],
    comments: [],
    schema: emptySchema,
    ...parts,
  }
}

/** A span in one cell, or with `endCell` over several. */
export function spanOf(
  id: string,
  cell: number,
  start: number,
  end: number,
  endCell?: number,
): Span {
  const target = { cell, start, end, ...(endCell === undefined ? {} : { endCell }) }
  return { type: 'span', id, labelSet: 'set', label: 'person', target, origin: unknownOrigin }
}

/** A timestamp, to be changed by a test. */
export const timestamp = {
  type: 'timestamp',
  id: 't1',
  startMs: 0,
  endMs: 10,
  origin: unknownOrigin,
} as const satisfies Annotation

/** A box of one point, to be changed by a test. */
export const box = {
  type: 'box',
  id: 'b1',
  labelSet: 'set',
  label: 'total',
  shapes: [{ page: 0, points: [{ x: 1, y: 2 }] }],
  origin: unknownOrigin,
} as const satisfies Annotation

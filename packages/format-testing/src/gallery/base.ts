import {
  type Cell,
  emptySchema,
  type LabeledDocument,
  type Origin,
  type Span,
  TokenBuffer,
  unknownOrigin,
} from '@labelport/model'

/** Two rows beyond ASCII: a character outside the basic plane, combining marks, right to left. */
export const rows = ['Zoë met Ahmad in Łódź 😀 .', 'שלום עולם , said नमस्ते to e\u0301lan .'] as const

/** A cell whose tokens are what lies between single blanks. */
export function tokenizedCell(row: number, text: string, extra: Partial<Cell> = {}): Cell {
  const buffer = new TokenBuffer(64)
  let start = 0
  for (const word of text.split(' ')) {
    buffer.add(start, start + word.length)
    start += word.length + 1
  }
  return { row, column: 0, text, tokens: buffer.take(), ...extra }
}

/** A sound text document of two tokenized rows without a statement; `parts` says what differs. */
export function textDocument(name: string, parts: Partial<LabeledDocument>): LabeledDocument {
  return frozen({
    id: `gallery-${name}`,
    name: `${name}.txt`,
    tasks: ['token'],
    cells: rows.map((text, row) => tokenizedCell(row, text)),
    media: [],
    annotations: [],
    comments: [],
    schema: emptySchema,
    ...parts,
  })
}

/** A sound table of two rows and two columns, not tokenized. */
export function tableDocument(name: string, parts: Partial<LabeledDocument>): LabeledDocument {
  return textDocument(name, {
    tasks: ['row'],
    columns: [{ name: 'Text' }, { name: 'Länge' }],
    cells: rows.flatMap((text, row) => [
      { row, column: 0, text },
      { row, column: 1, text: String(100 + row) },
    ]),
    ...parts,
  })
}

/** Labels for text, under ids that are not their names. */
export const entities = {
  id: 'set-entities',
  name: 'Entities',
  appliesTo: 'text',
  labels: [
    { id: 'label-person', name: 'Person' },
    { id: 'label-place', name: 'Place' },
  ],
} as const

/** The schema of most galleries with spans. */
export const entitySchema = { labelSets: [entities], questions: [] } as const

/** A span over part of one cell. */
export function span(
  id: string,
  label: 'label-person' | 'label-place',
  [cell, start, end]: readonly [number, number, number],
  origin: Origin = unknownOrigin,
): Span {
  return { type: 'span', id, labelSet: entities.id, label, target: { cell, start, end }, origin }
}

/** Zoë, Ahmad and Łódź in row 0, the first word of row 1. */
export const places = {
  zoe: [0, 0, 3],
  ahmad: [0, 8, 13],
  lodz: [0, 17, 21],
  shalom: [1, 0, 4],
} as const satisfies Record<string, readonly [number, number, number]>

/** A format that writes into what it is given fails loudly. Typed arrays cannot be frozen. */
function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value
  for (const inner of Object.values(value)) frozen(inner)
  return Object.freeze(value)
}

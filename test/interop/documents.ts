import {
  type Cell,
  type LabeledDocument,
  type Span,
  TokenBuffer,
  unknownOrigin,
} from '@labelport/model'

/** Lines that break careless counting: emoji, a family joined by ZWJ, a flag, right to left, combining marks. */
export const lines = [
  'Zoë met Ahmad 😀 in Łódź .',
  '👩‍👩‍👧 lives in München 🇩🇪 today',
  'שלום עולם said Ahmad',
  'e\u0301lan and naïve café',
  '',
] as const

export const schema = {
  labelSets: [
    {
      id: 'entities',
      name: 'Entities',
      appliesTo: 'text',
      labels: [
        { id: 'p', name: 'Person' },
        { id: 'l', name: 'Place: "east" # side' },
        { id: 'u', name: 'Unused 😀' },
      ],
    },
  ],
  questions: [],
} as const

/** A cell whose tokens are what lies between blanks; an empty text has no token. */
export function cell(row: number, text: string, more: Partial<Cell> = {}): Cell {
  const buffer = new TokenBuffer()
  for (const found of text.matchAll(/[^ ]+/g))
    buffer.add(found.index, found.index + found[0].length)
  return { row, column: 0, text, tokens: buffer.take(), ...more }
}

/** A label on the first place where a text stands in a line. */
export function mark(id: string, label: string, row: number, quote: string): Span {
  const start = lines[row % lines.length]?.indexOf(quote) ?? -1
  if (start < 0) throw new Error(`"${quote}" is not in line ${row}.`)
  const target = { cell: row, start, end: start + quote.length }
  return { type: 'span', id, labelSet: 'entities', label, target, origin: unknownOrigin }
}

/** A text document. */
export function textDocument(id: string, parts: Partial<LabeledDocument> = {}): LabeledDocument {
  return {
    id,
    name: `${id}.txt`,
    tasks: ['token'],
    cells: lines.map((text, row) => cell(row, text)),
    media: [],
    annotations: [],
    comments: [],
    schema,
    ...parts,
  }
}

/** Labels in three of the lines. */
export const marks = [
  mark('1', 'p', 0, 'Zoë'),
  mark('2', 'p', 0, 'Ahmad'),
  mark('3', 'l', 0, 'Łódź'),
  mark('4', 'l', 1, 'München 🇩🇪'),
  mark('5', 'p', 2, 'שלום עולם'),
] as const

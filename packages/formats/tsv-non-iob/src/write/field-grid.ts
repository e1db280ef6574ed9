import { layersOf, type SpanPiece } from '@labelport/format'
import type { LabeledDocument, Span } from '@labelport/model'

/** The label columns of a document: one for each label set, in which labels and arrows stand side by side. */
export interface FieldGrid {
  /** Puts a label into the fields of its tokens. */
  addSpan(row: number, piece: SpanPiece): void
  /** Puts an arrow into the field of the token it leads to. */
  addArrow(row: number, token: number, arrow: Arrow): void
  /** The fields of a token, with tabs between them. */
  at(row: number, token: number): string
}

/** An arrow between two labels; an empty name is none. */
export interface Arrow {
  readonly labelSet: string
  readonly name: string
  readonly from: Span
  readonly to: Span
}

/** More columns than any project has label sets; beyond it label sets stand in the order of the schema. */
const columnLimit = 64

/** Starts with empty fields. `numberOf` gives every label of the file a number of its own. */
export function fieldGrid(document: LabeledDocument, numberOf: (span: Span) => number): FieldGrid {
  const columns = columnsOf(document)
  const width = Math.max(1, ...[...columns.values()].map((column) => column + 1))
  const values = new Map<string, string[][]>()
  const put = (row: number, token: number, labelSet: string, value: string): void => {
    const key = `${row} ${token}`
    const fields = values.get(key) ?? Array.from({ length: width }, () => [])
    values.set(key, fields)
    fields[columns.get(labelSet) ?? 0]?.push(value)
  }
  const nothing = '_\t'.repeat(width).slice(0, -1)
  return {
    addSpan(row, { start, end, name, span }) {
      const value = `${name}[${numberOf(span)}]`
      for (let token = start; token < end; token += 1) put(row, token, span.labelSet, value)
    },
    addArrow(row, token, { labelSet, name, from, to }) {
      put(row, token, labelSet, `${name}[${numberOf(from)}_${numberOf(to)}]`)
    },
    at(row, token) {
      const fields = values.get(`${row} ${token}`)
      if (fields === undefined) return nothing
      return fields.map((field) => (field.length === 0 ? '_' : field.join('|'))).join('\t')
    },
  }
}

/** A label set whose id is a number keeps that column, as read files have it. */
function columnsOf(document: LabeledDocument): ReadonlyMap<string, number> {
  const layers = [...layersOf(document)]
  const wide = layers.some(([, { index }]) => index >= columnLimit)
  return new Map(layers.map(([id, { index }], order) => [id, wide ? order : index]))
}

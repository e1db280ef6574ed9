import { wellFormed } from '@labelport/format'
import type { Span } from '@labelport/model'
import { type LabelNames, textOf } from '@labelport/model'
import type { Settlement } from './settlement.ts'
import { type Piece, piecesOf, type Units } from './units.ts'

/** A label as an answer tells it. Offsets are code points of the text of the example. */
interface Entity {
  readonly label: string
  readonly text: string
  readonly start: number
  readonly end: number
}

/** The answer to each unit: its entities as JSON, in reading order. */
export function extractionAnswers(
  spans: readonly Span[],
  units: Units,
  names: LabelNames,
  form: 'quotes' | 'offsets',
  settlement: Settlement,
): readonly { readonly answer: string; readonly isEmpty: boolean }[] {
  const entities: Entity[][] = units.units.map(() => [])
  for (const { id, labelSet, label, target } of spans) {
    const { pieces, whole } = piecesOf(target, units)
    const name = names.nameOf(labelSet, label)
    const used: number[] = []
    for (const piece of pieces) {
      const entity = entityOf(piece, name, units)
      if (entity === undefined) continue
      entities[piece.unit]?.push(entity)
      used.push(piece.unit)
    }
    const change = whole ? (form === 'quotes' ? 'quote-only' : undefined) : 'span-split'
    if (used.length === 0) settlement.fates.drop('span', 'empty-label', id)
    else settlement.claim('span', id, used, change)
  }
  return entities.map((found) => ({ answer: print(found, form), isEmpty: found.length === 0 }))
}

/** Undefined for what cannot be quoted: nothing, and parts of characters. */
function entityOf({ unit, target }: Piece, label: string, { units }: Units): Entity | undefined {
  const of = units[unit]
  const place = of?.text.place(target)
  if (of === undefined || place === undefined || place.trouble !== undefined) return undefined
  const { start, end } = place
  return start === end
    ? undefined
    : { label, text: wellFormed(textOf(of.cells, target)), start, end }
}

function print(entities: readonly Entity[], form: 'quotes' | 'offsets'): string {
  const sorted = [...entities].sort(
    (a, b) =>
      a.start - b.start || a.end - b.end || Number(a.label > b.label) - Number(a.label < b.label),
  )
  return JSON.stringify({
    entities: form === 'offsets' ? sorted : sorted.map(({ label, text }) => ({ label, text })),
  })
}

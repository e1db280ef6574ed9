import type { Fates, FieldName, SpanPiece, SpanTrouble } from '@labelport/format'
import type { LabeledDocument, Span } from '@labelport/model'
import type { FieldGrid } from './field-grid.ts'

/** Where the first piece of a label stands. */
export interface SpanPlace {
  readonly row: number
  readonly piece: SpanPiece
}

/** What may happen to an arrow. */
export type ArrowFate =
  | 'arrow-without-ends'
  | 'arrow-end-changed'
  | 'same-arrow'
  | NonNullable<FieldName['trouble']>

/** What drawing arrows needs to know. */
export interface ArrowScope {
  readonly grid: FieldGrid
  /** By annotation id. */
  readonly places: ReadonlyMap<string, SpanPlace>
  readonly troubles: ReadonlyMap<Span, SpanTrouble>
  readonly nameOf: (labelSet: string, label: string) => FieldName
  readonly fates: Fates<ArrowFate>
}

/** Puts the arrows of a document into its fields and tells what became of each. */
export function drawArrows({ annotations }: LabeledDocument, scope: ArrowScope): void {
  const { grid, places, troubles, nameOf, fates } = scope
  const drawn = new Set<string>()
  for (const one of annotations) {
    if (one.type !== 'relation') continue
    const from = places.get(one.from)
    const to = places.get(one.to)
    if (from === undefined || to === undefined) {
      fates.drop('relation', 'arrow-without-ends', one.id)
      continue
    }
    const { name, trouble }: FieldName =
      one.label === undefined ? { name: '' } : nameOf(one.labelSet, one.label)
    const key = `${one.from}\n${one.to}\n${one.labelSet}\n${name}`
    if (drawn.has(key)) {
      fates.drop('relation', 'same-arrow', one.id)
      continue
    }
    drawn.add(key)
    const { labelSet } = one
    const arrow = { labelSet, name, from: from.piece.span, to: to.piece.span }
    grid.addArrow(to.row, to.piece.start, arrow)
    const isMoved = troubles.has(arrow.from) || troubles.has(arrow.to)
    const change = trouble ?? (isMoved ? 'arrow-end-changed' : undefined)
    if (change === undefined) fates.keep('relation')
    else fates.change('relation', change, one.id)
  }
}

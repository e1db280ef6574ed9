import type { LabeledDocument, TextTarget } from '@labelport/model'
import { keptIn, keptObject } from '../extra.ts'
import { placeIn } from '../join-segments.ts'
import { isFromFile } from '../write-labels.ts'
import type { StatementPlace } from './statement-order.ts'

/** The places of a segment's statements in its document. */
export interface SegmentPlaces {
  readonly labels: readonly StatementPlace[]
  readonly comments: readonly StatementPlace[]
  /** By id; made for the few that ask. Undefined for cells. */
  of(type: 'label' | 'comment', id: string): StatementPlace | undefined
}

/** `firstCell` and `first`: how many cells and statements came before. */
export function segmentPlaces(
  { annotations, comments, extra }: LabeledDocument,
  firstCell: number,
  first: number,
): SegmentPlaces {
  const places = keptObject(keptIn(extra), 'places')
  const labelPlaces = keptObject(places, 'labels') ?? {}
  const commentPlaces = keptObject(places, 'comments') ?? {}
  const labels = annotations.map((one, index) => ({
    at: first + index,
    isListed: isFromFile(one),
    place: placeIn(labelPlaces, one.id),
    target: 'target' in one && one.target ? moved(one.target, firstCell) : undefined,
  }))
  const commented = comments.map(({ id }, index) => ({
    at: first + annotations.length + index,
    isListed: false,
    place: placeIn(commentPlaces, id),
    target: undefined,
  }))
  let byId: Record<'label' | 'comment', ReadonlyMap<string, StatementPlace>> | undefined
  return {
    labels,
    comments: commented,
    of(type, id) {
      byId ??= { label: byIds(annotations, labels), comment: byIds(comments, commented) }
      return byId[type].get(id)
    },
  }
}

function moved(target: TextTarget, by: number): TextTarget {
  const { cell, endCell = cell } = target
  return { ...target, cell: cell + by, endCell: endCell + by }
}

function byIds(
  statements: readonly { readonly id: string }[],
  places: readonly StatementPlace[],
): ReadonlyMap<string, StatementPlace> {
  const found = new Map<string, StatementPlace>()
  for (const [index, { id }] of statements.entries()) {
    const place = places[index]
    if (place !== undefined) found.set(id, place)
  }
  return found
}

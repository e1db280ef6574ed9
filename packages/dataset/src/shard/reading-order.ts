import type { LabeledDocument } from '@labelport/model'

/** Goes along with every copy of a document that a spread makes, and into no file. */
const order = Symbol('order')

type Placed = LabeledDocument & { readonly [order]?: number }

/** The document with its place in the order in which all are read in one go. */
export function withOrder(document: LabeledDocument, place: number): LabeledDocument {
  const placed: Placed = { ...document, [order]: place }
  return placed
}

/** Where a document stands, whatever was done to it since. Throws RangeError when nobody has said. */
export function orderOf(document: Placed): number {
  const place = document[order]
  if (place === undefined) throw new RangeError(`The place of "${document.name}" is not known.`)
  return place
}

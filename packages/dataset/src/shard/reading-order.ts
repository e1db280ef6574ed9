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

/** Shards, and places in them, in the order of the documents that lie there; may be gone through several times. */
export function inReadingOrder(
  orders: readonly Float64Array[],
): Iterable<readonly [shard: number, at: number]> {
  const starts = new Float64Array(orders.length + 1)
  for (const [shard, own] of orders.entries()) starts[shard + 1] = (starts[shard] ?? 0) + own.length
  const all = new Float64Array(starts.at(-1) ?? 0)
  const shardOf = new Uint32Array(all.length)
  for (const [shard, own] of orders.entries()) {
    all.set(own, starts[shard])
    shardOf.fill(shard, starts[shard], starts[shard + 1])
  }
  const places = Uint32Array.from(all.keys())
  // Documents of one file have one place in the order; they lie in one shard, in their own order.
  places.sort((a, b) => (all[a] ?? 0) - (all[b] ?? 0) || a - b)
  return {
    *[Symbol.iterator]() {
      for (const place of places) {
        const shard = shardOf[place] ?? 0
        yield [shard, place - (starts[shard] ?? 0)]
      }
    },
  }
}

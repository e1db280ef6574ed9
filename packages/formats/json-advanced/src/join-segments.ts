import { isObject, type JoinExtra, type JsonObject } from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import { formatId, keptIn, keptObject } from './extra.ts'
import { isFromFile } from './write-labels.ts'

/** What the segments of a file keep of it: the file from the first, and from each what it has of its own. */
export const joinedExtra: JoinExtra = (extras) => {
  const [first] = extras
  const kept = extras.map(keptIn).filter((one) => one !== undefined)
  if (kept.length === 0) return first
  const places = objectsIn(kept, 'places')
  const joined: JsonObject = {
    ...kept[0],
    sentences: together(objectsIn(kept, 'sentences')),
    shortLabels: together(objectsIn(kept, 'shortLabels')),
    unread: listsTogether(objectsIn(kept, 'unread')),
    places: {
      labels: together(objectsIn(places, 'labels')),
      comments: together(objectsIn(places, 'comments')),
    },
  }
  return { ...first, [formatId]: joined }
}

/**
 * What was put together, in the order of the file: labels and comments as they stand in their lists, and behind them
 * labels that stand in sentences only.
 */
export function inFileOrder(document: LabeledDocument): LabeledDocument {
  const places = keptObject(keptIn(document.extra), 'places')
  if (places === undefined) return document
  const labels = keptObject(places, 'labels') ?? {}
  const comments = keptObject(places, 'comments') ?? {}
  const areInOrder = Object.keys(labels).length === 0
  return {
    ...document,
    annotations: inOrder(document.annotations, (one) => {
      return areInOrder && isFromFile(one) ? 0 : placeIn(labels, one.id)
    }),
    comments: inOrder(document.comments, ({ id }) => placeIn(comments, id)),
  }
}

/** The place of a statement in its list; what has none is new and comes last. */
export function placeIn(places: JsonObject, id: string): number {
  const place = Object.hasOwn(places, id) ? places[id] : undefined
  return typeof place === 'number' ? place : Number.POSITIVE_INFINITY
}

/** Items by their places; those of one place stay as they are. */
export function inOrder<T>(items: readonly T[], placeOf: (item: T) => number): readonly T[] {
  return [...items].sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : Number(placeOf(a) > placeOf(b))))
}

function objectsIn(objects: readonly JsonObject[], key: string): JsonObject[] {
  return objects.map((object) => keptObject(object, key)).filter((one) => one !== undefined)
}

function together(objects: readonly JsonObject[]): JsonObject {
  return Object.fromEntries(objects.flatMap((object) => Object.entries(object)))
}

/** What could not be read is put back in the order it stood. */
function listsTogether(objects: readonly JsonObject[]): JsonObject {
  const lists = new Map<string, unknown[]>()
  for (const [key, list] of objects.flatMap((object) => Object.entries(object))) {
    if (Array.isArray(list)) lists.set(key, [...(lists.get(key) ?? []), ...list])
  }
  const indexOf = (entry: unknown): number =>
    isObject(entry) && typeof entry.index === 'number' ? entry.index : 0
  for (const list of lists.values()) list.sort((a, b) => indexOf(a) - indexOf(b))
  return Object.fromEntries(lists)
}

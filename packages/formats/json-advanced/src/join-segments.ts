import type { JoinExtra, JsonObject } from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import { formatId, keptIn, keptObject } from './extra.ts'

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

/** Labels and comments as they stand in their lists, where the order of the segments is another. */
export function inFileOrder(document: LabeledDocument): LabeledDocument {
  const places = keptObject(keptIn(document.extra), 'places')
  if (places === undefined) return document
  return {
    ...document,
    annotations: inOrder(document.annotations, keptObject(places, 'labels')),
    comments: inOrder(document.comments, keptObject(places, 'comments')),
  }
}

/** What has no place is new and comes last. */
function inOrder<T extends { readonly id: string }>(
  items: readonly T[],
  places: JsonObject | undefined,
): readonly T[] {
  if (places === undefined || Object.keys(places).length === 0) return items
  const placeOf = ({ id }: T): number => {
    const place = Object.hasOwn(places, id) ? places[id] : undefined
    return typeof place === 'number' ? place : Number.POSITIVE_INFINITY
  }
  return [...items].sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : Number(placeOf(a) > placeOf(b))))
}

function objectsIn(objects: readonly JsonObject[], key: string): JsonObject[] {
  return objects.map((object) => keptObject(object, key)).filter((one) => one !== undefined)
}

function together(objects: readonly JsonObject[]): JsonObject {
  return Object.fromEntries(objects.flatMap((object) => Object.entries(object)))
}

function listsTogether(objects: readonly JsonObject[]): JsonObject {
  const lists = new Map<string, unknown[]>()
  for (const [key, list] of objects.flatMap((object) => Object.entries(object))) {
    if (Array.isArray(list)) lists.set(key, [...(lists.get(key) ?? []), ...list])
  }
  return Object.fromEntries(lists)
}

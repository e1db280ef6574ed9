import {
  isObject,
  type JoinExtra,
  type JsonObject,
  membersTogether,
  objectsUnder,
  textBoxLabel,
  unreadTogether,
} from '@labelport/format'
import type { Annotation, LabeledDocument } from '@labelport/model'
import { formatId, keptIn, keptObject } from './extra.ts'

/** What the segments of a file keep of it: the file from the first, and from each what it has of its own. */
export const joinedExtra: JoinExtra = (extras) => {
  const [first] = extras
  const kept = extras.map(keptIn).filter((one) => one !== undefined)
  if (kept.length === 0) return first
  const places = objectsUnder(kept, 'places')
  const rowCount = kept.at(-1)?.rowCount
  const joined: JsonObject = {
    ...kept[0],
    cells: membersTogether(objectsUnder(kept, 'cells')),
    unread: unreadTogether(objectsUnder(kept, 'unread')),
    ...(rowCount !== undefined && { rowCount }),
    rowAnswerSets: kept.flatMap(({ rowAnswerSets }) =>
      Array.isArray(rowAnswerSets) ? rowAnswerSets : [],
    ),
    places: {
      annotations: membersTogether(objectsUnder(places, 'annotations')),
      comments: membersTogether(objectsUnder(places, 'comments')),
    },
  }
  return { ...first, [formatId]: joined }
}

/** A document that was read in segments as it is when its file is read whole. */
export function inFileOrder(document: LabeledDocument): LabeledDocument {
  const kept = keptIn(document.extra)
  const places = keptObject(kept, 'places')
  if (places === undefined) return document
  const annotations = keptObject(places, 'annotations') ?? {}
  const comments = keptObject(places, 'comments') ?? {}
  return {
    ...document,
    annotations: annotationsInOrder(document.annotations, annotations),
    comments: document.comments
      .map((comment) => ({ comment, place: placeIn(comments, comment.id) ?? Infinity }))
      .sort((a, b) => compare(a.place, b.place))
      .map(({ comment }) => comment),
    extra: { ...document.extra, [formatId]: withRowAnswerSets(kept ?? {}) },
  }
}

function withRowAnswerSets({ rowAnswerSets, places: _, ...kept }: JsonObject): JsonObject {
  const data = keptObject(kept, 'data')
  const isListed = Array.isArray(data?.rowAnswerSets) && Array.isArray(rowAnswerSets)
  return isListed ? { ...kept, data: { ...data, rowAnswerSets } } : kept
}

/** List by list, and in each as it was in the file. What is new comes last in its list. */
function annotationsInOrder(
  annotations: readonly Annotation[],
  places: JsonObject,
): readonly Annotation[] {
  const boxes = new Set<string>()
  for (const one of annotations) if (one.type === 'box') boxes.add(one.id)
  const placeOf = ({ id, extra, ...one }: Annotation): number => {
    const place = placeIn(places, id)
    if (place !== undefined) return place
    // Settled answers keep nothing of their own, and stand in what they are about.
    if (!('about' in one)) return keptIn(extra) === undefined ? Infinity : 0
    return one.about.type === 'annotation' ? (placeIn(places, one.about.id) ?? 0) : 0
  }
  return annotations
    .map((one) => ({ one, list: listOf(one, boxes), place: placeOf(one) }))
    .sort((a, b) => compare(a.list, b.list) || compare(a.place, b.place))
    .map(({ one }) => one)
}

/** The number of the list an annotation is read from, in the order in which lists are read. */
function listOf(one: Annotation, boxes: ReadonlySet<string>): number {
  switch (one.type) {
    case 'span':
      return 0
    case 'relation':
      return 2
    case 'timestamp':
      return 3
    case 'box':
      return one.labelSet === textBoxLabel.labelSet ? 4 : 5
    case 'answer': {
      const { about, extra } = one
      if (about.type === 'annotation') return boxes.has(about.id) ? 6 : 1
      const isOpen = isObject(extra?.[formatId])
      if (about.type === 'document') return isOpen ? 10 : 7
      return isOpen ? 9 : 8
    }
    default:
      return one satisfies never
  }
}

function placeIn(places: JsonObject, id: string): number | undefined {
  const place = Object.hasOwn(places, id) ? places[id] : undefined
  return typeof place === 'number' ? place : undefined
}

function compare(a: number, b: number): number {
  return a < b ? -1 : Number(a > b)
}

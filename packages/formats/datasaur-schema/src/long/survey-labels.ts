import {
  idText,
  isObject,
  type JsonObject,
  type JsonOutline,
  listField,
  noFindings,
  openPieces,
  type Source,
} from '@labelport/format'
import { formatId } from '../extra.ts'
import type { ArrowEnds } from './arrow-rows.ts'

/** What is known of a file's labels after all were seen once. */
export interface LabelSurvey {
  /** Whether an id, or the hash code of a comment, is told by two labels. */
  readonly repeats: boolean
  /** The place in the list of each span that an arrow joins, by id. */
  readonly indexOf: ReadonlyMap<string, number>
}

/** The lists whose entries have ids, and what begins the ids of those that have none. */
const fallbacks = [
  ['spanLabels', 'span'],
  ['arrowLabels', 'arrow'],
  ['timeLabels', 'time'],
  ['boundingBoxLabels', 'text-box'],
  ['bboxLabels', 'box'],
] as const

/** Parses all labels of a file, a piece at a time. */
export async function surveyLabels(
  source: Source,
  lists: JsonOutline['lists'],
  data: JsonObject,
  ends: readonly ArrowEnds[],
  signal?: AbortSignal,
): Promise<LabelSurvey> {
  const wanted = new Set(ends.flatMap(({ from, to }) => [from ?? [], to ?? []].flat()))
  const hashes = commentedHashes(data)
  const indexOf = new Map<string, number>()
  const taken = new Set<string>()
  let repeats = false
  const take = (id: string): void => {
    // Ids of answers are made, and end on the ids of what they are about.
    if (taken.has(id) || id.startsWith('answer:')) repeats = true
    taken.add(id)
  }
  const look = (label: unknown, list: string, fallback: string, index: number): void => {
    if (!isObject(label)) return
    const id = idText(label.id) ?? `${fallback}:${index}`
    take(id)
    const { hashCode } = label
    if (typeof hashCode === 'string' && hashes.has(hashCode)) take(`hash code ${hashCode}`)
    if (list === 'spanLabels' && wanted.has(id)) indexOf.set(id, index)
  }
  for (const [list, fallback] of fallbacks) {
    const reader = openPieces(source, formatId, signal)
    try {
      for (const piece of lists.get(list) ?? []) {
        for (const [at, label] of (await reader.read(piece)).entries()) {
          look(label, list, fallback, piece.first + at)
        }
      }
    } finally {
      await reader.close()
    }
  }
  for (const [index, box] of listField(data, 'bboxLabels', '', noFindings).entries()) {
    look(box, 'bboxLabels', 'box', index)
  }
  return { repeats, indexOf }
}

function commentedHashes(data: JsonObject): ReadonlySet<unknown> {
  const comments = listField(data, 'comments', '', noFindings)
  return new Set(comments.map((comment) => (isObject(comment) ? comment.hashCode : undefined)))
}

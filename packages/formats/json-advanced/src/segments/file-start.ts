import { type JsonObject, printExactly } from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import { membersOf } from '../write-file.ts'

/** What only the end of a document tells. */
const toldLast: ReadonlySet<string> = new Set(['labelSets', 'labelSet', 'labels', 'comments'])

/**
 * What stands before the sentences of a file, their bracket included; undefined when the end of the document tells some
 * of it, so that sentences have to wait.
 */
export function fileStart(
  document: LabeledDocument,
  file: JsonObject | undefined,
  labelerInfo: JsonObject,
): string | undefined {
  if (file !== undefined && !Object.hasOwn(file, 'sentences')) return undefined
  const sentences = [null]
  const frame = { document, file, labelerInfo, layers: new Map() }
  const members = membersOf(frame, { sentences, labels: [], comments: [] })
  const before: string[] = []
  for (const [key, value] of Object.entries(members)) {
    if (value === sentences) return `{${[...before, '"sentences":['].join(',')}`
    if (toldLast.has(key)) return undefined
    if (value !== undefined) before.push(`${JSON.stringify(key)}:${printExactly(value)}`)
  }
  return undefined
}

/** Whether the lists of a kept file are empty, as a reader leaves them: what else they hold would have to be compared. */
export function hasEmptyLists(file: JsonObject | undefined): boolean {
  return ['sentences', 'labels', 'comments'].every((key) => {
    const list = file !== undefined && Object.hasOwn(file, key) ? file[key] : undefined
    return !Array.isArray(list) || list.length === 0
  })
}

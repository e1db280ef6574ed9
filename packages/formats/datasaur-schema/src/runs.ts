import { type Findings, type JsonObject, listField, type SegmentEntries } from '@labelport/format'

/** The lists that are read along with the rows they speak about. */
export const longLists = [
  'spanLabels',
  'arrowLabels',
  'timeLabels',
  'boundingBoxLabels',
  'rowAnswerSets',
  'rowAnswers',
] as const

/** One of them. */
export type LongList = (typeof longLists)[number]

/** A run of a file's rows and what stands on them. */
export interface FileRun {
  /** Absent means those of the file. */
  readonly rows?: readonly unknown[]
  /** How many rows stand before it. */
  readonly before: number
  /** By key; of other lists all is read. */
  readonly lists: ReadonlyMap<string, SegmentEntries>
  readonly isLast: boolean
}

/** The one run of a file that is read whole. */
export const wholeFile: FileRun = { before: 0, lists: new Map(), isLast: true }

/** What a run has of a list of `data`, and where in the file's list each entry stands. */
export function entriesOf(
  data: JsonObject,
  list: string,
  { lists }: Pick<FileRun, 'lists'>,
  findings: Findings,
): { readonly entries: readonly unknown[]; placeOf(at: number): number } {
  const part = lists.get(list)
  const entries = part?.entries ?? listField(data, list, '/data', findings)
  return { entries, placeOf: (at) => part?.places[at] ?? at }
}

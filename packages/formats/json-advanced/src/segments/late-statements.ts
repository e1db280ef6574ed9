import {
  type JsonObject,
  layOut,
  placeLabels,
  placeTextBoxes,
  printExactly,
  writeComments,
} from '@labelport/format'
import type { Box, Comment, LabeledDocument, Timestamp } from '@labelport/model'
import { formatId } from '../extra.ts'
import { recallLabel } from '../recall.ts'
import { labelsById } from '../write-labels.ts'
import type { FileFacts } from './file-facts.ts'
import type { PrintedEntries } from './printed-entries.ts'
import { type FileTally, segmentTally } from './segment-tally.ts'
import { type StatementPlace, statementPlaces } from './statement-order.ts'

/** A statement that waits for the end of its document, and the number its entry has. */
export interface Late<S> {
  readonly statement: S
  readonly place: StatementPlace
  readonly number: number
}

/** What waits: labels on no text, whose counters depend on all of them, and comments on those. */
export interface LateStatements {
  readonly labels: Late<Timestamp | Box>[]
  readonly comments: Late<Comment>[]
}

/** Where what waited is put. */
export interface LateTargets {
  readonly labels: PrintedEntries
  readonly comments: PrintedEntries
  readonly tally: FileTally
}

/** Writes what waited. */
export function writeLate(
  { labels, comments }: LateStatements,
  document: LabeledDocument,
  labelerInfo: JsonObject,
  facts: FileFacts,
  to: LateTargets,
): void {
  if (labels.length === 0) return
  const tally = segmentTally()
  const inFile = statementPlaces()
  for (const { place } of labels) inFile.add(place)
  const order = inFile.inFileOrder([...labels.keys()], 'label', facts)
  const annotations = order.flatMap((index) => labels[index]?.statement ?? [])
  const stretches = annotations.filter(({ type }) => type === 'timestamp')
  const boxes = annotations.filter((one): one is Box => one.type === 'box')
  // No text: what labels say of it was found to have no place.
  const textless = { ...document, cells: [], annotations: stretches, comments: [] }
  const layout = layOut(textless, 'one', tally)
  const placed = placeLabels(textless, layout, new Map(), recallLabel, tally)
  const placement = placeTextBoxes(boxes, layout, recallLabel, placed)
  const written = labelsById({ document, placement, labelerInfo, tally })
  for (const { statement, number } of labels) {
    to.labels.put(number, printExactly(written.get(statement.id)))
  }
  const writing = { format: formatId, layout, placement, labelerInfo, tally }
  const own = comments.map(({ statement }) => statement)
  for (const [index, comment] of writeComments({ comments: own }, writing).entries()) {
    to.comments.put(comments[index]?.number ?? 0, printExactly(comment))
  }
  const places = { label: placesById(labels), comment: placesById(comments) }
  to.tally.add(tally, 0, (type, id) => places[type].get(id))
}

function placesById(
  late: readonly Late<{ readonly id: string }>[],
): ReadonlyMap<string, StatementPlace> {
  return new Map(late.map(({ statement, place }) => [statement.id, place]))
}

import { isObject, printExactly } from '@labelport/format'
import type { LabeledDocument } from '@labelport/model'
import { keptIn, keptObject } from '../extra.ts'
import type { LateStatements } from './late-statements.ts'
import type { PlacedSegment } from './place-segment.ts'
import type { PrintedEntries } from './printed-entries.ts'
import type { SegmentPlaces } from './segment-places.ts'

/** Where entries are kept until the sentences of their file end. */
export interface KeptEntries {
  readonly labels: PrintedEntries
  readonly comments: PrintedEntries
  readonly late: LateStatements
}

/** Keeps what stands behind the sentences of a file. */
export function keepEntries(
  { annotations, comments, extra }: LabeledDocument,
  placed: PlacedSegment,
  places: SegmentPlaces,
  to: KeptEntries,
): void {
  const late = new Set(placed.late)
  for (const [index, one] of annotations.entries()) {
    const place = places.labels[index]
    if (place === undefined || one.type === 'answer') continue
    const value = placed.labels.get(one.id)
    if (value !== undefined) to.labels.add(one.type, place, printExactly(value))
    else if ((one.type === 'timestamp' || one.type === 'box') && late.has(one)) {
      const number = to.labels.add(one.type, place, undefined)
      to.late.labels.push({ statement: one, place, number })
    }
  }
  for (const [index, one] of comments.entries()) {
    const place = places.comments[index]
    if (place === undefined) continue
    const value = placed.comments.get(one.id)
    const number = to.comments.add('comment', place, value && printExactly(value))
    if (value === undefined) to.late.comments.push({ statement: one, place, number })
  }
  const unread = keptObject(keptIn(extra), 'unread')?.labels
  for (const entry of Array.isArray(unread) ? unread : []) {
    if (!isObject(entry) || typeof entry.index !== 'number') continue
    to.labels.addUnread(entry.index, printExactly(entry.source))
  }
}

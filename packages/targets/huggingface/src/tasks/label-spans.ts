import type { LabelNames } from '@labelport/model'
import type { Sifted } from '../sift.ts'
import { writtenOut } from '../surrogates.ts'
import { int32, listOf, text, type ValueType } from '../value-type.ts'
import type { JoinedText, Placed } from './joined-text.ts'

/** A labeled stretch of text, in Unicode code points, half-open. */
export interface SpanValue {
  readonly start: number
  readonly end: number
  readonly label: string
  /** The labeled text, cut out of the cells: what the offsets must give. */
  readonly text: string
  readonly [field: string]: string | number
}

/** A labeled stretch and the annotation it comes from. */
export interface LabeledSpan {
  readonly id: string
  readonly value: SpanValue
}

/** The type of a column of labeled stretches. */
export const spanList: ValueType = listOf({
  type: 'struct',
  fields: [
    { name: 'start', type: int32 },
    { name: 'end', type: int32 },
    { name: 'label', type: text },
    { name: 'text', type: text },
  ],
})

/**
 * Finds the spans of a document in its joined text, sorted by start and end, and tells what became of each. Those
 * that `isWithin` refuses lie in no segment of a recording.
 */
export function labelSpans(
  { spans, fates }: Sifted,
  joined: JoinedText,
  labels: LabelNames,
  counts: Map<string, number>,
  isWithin: (place: Placed) => boolean = () => true,
): readonly LabeledSpan[] {
  const found: LabeledSpan[] = []
  for (const { id, labelSet, label, target } of spans) {
    const placed = joined.place(target)
    if (typeof placed === 'string') {
      fates.drop('span', placed, id)
      continue
    }
    if (!isWithin(placed)) {
      fates.drop('span', 'no-segment', id)
      continue
    }
    const name = writtenOut(labels.nameOf(labelSet, label))
    counts.set(name, (counts.get(name) ?? 0) + 1)
    const { start, end, gap } = placed
    found.push({ id, value: { start, end, label: name, text: joined.quote(target) } })
    if (gap) fates.change('span', 'over-hidden', id)
    else fates.keep('span')
  }
  return found.sort((a, b) => a.value.start - b.value.start || a.value.end - b.value.end)
}

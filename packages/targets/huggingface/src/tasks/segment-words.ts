import { type LabelNames, speakerOf, type Timestamp } from '@labelport/model'
import type { Sifted } from '../sift.ts'
import { writtenOut } from '../surrogates.ts'
import { type JoinedText, joinText, type Placed } from './joined-text.ts'
import { labelSpans, type SpanValue } from './label-spans.ts'

/** The words of a stretch of a recording; null where the source does not tell. */
export interface Words {
  readonly text: string | null
  /** Who says all of it. */
  readonly speaker: string | null
  /** Offsets count in `text`. */
  readonly spans: readonly SpanValue[]
  /** Whether some of the words are left out. */
  readonly lost: boolean
}

/** The words of all stretches of a recording. */
export interface SegmentWords {
  of(timestamp: Timestamp): Words
  /** The indices of the cells that some stretch covers. */
  readonly covered: ReadonlySet<number>
}

const silence: Words = { text: null, speaker: null, spans: [], lost: false }

/** Finds the words of stretches, and puts each label into the first stretch all of it lies in. */
export function segmentWords(
  sifted: Sifted,
  inTime: readonly Timestamp[],
  labels: LabelNames,
  counts: Map<string, number>,
): SegmentWords {
  const joined = joinText(sifted)
  const covered = new Set<number>()
  const words = new Map(inTime.map((one) => [one, spokenIn(one, sifted, joined, covered)]))
  const places: { readonly timestamp: Timestamp; readonly place: Placed }[] = []
  for (const timestamp of inTime) {
    const place = timestamp.target && joined.place(timestamp.target)
    if (place !== undefined && typeof place !== 'string') places.push({ timestamp, place })
  }
  const segmentOf = ({ start, end }: Pick<Placed, 'start' | 'end'>) =>
    places.find(({ place }) => place.start <= start && end <= place.end)
  const found = new Map<Timestamp, SpanValue[]>()
  const isWithin = (place: Placed): boolean => segmentOf(place) !== undefined
  for (const { value } of labelSpans(sifted, joined, labels, counts, isWithin)) {
    const segment = segmentOf(value)
    if (segment === undefined) continue
    const { timestamp, place } = segment
    const spans = found.get(timestamp) ?? []
    spans.push({ ...value, start: value.start - place.start, end: value.end - place.start })
    found.set(timestamp, spans)
  }
  return {
    of: (timestamp) => ({
      ...(words.get(timestamp) ?? silence),
      spans: found.get(timestamp) ?? [],
    }),
    covered,
  }
}

function spokenIn(
  { target }: Timestamp,
  { document, leftOut }: Sifted,
  joined: JoinedText,
  covered: Set<number>,
): Words {
  if (target === undefined) return silence
  const { cell: first, endCell: last = first } = target
  const speakers = new Set<string | undefined>()
  let lost = false
  for (let index = first; index <= last; index += 1) {
    const cell = document.cells[index]
    if (cell === undefined || leftOut.has(index)) {
      lost = true
      continue
    }
    covered.add(index)
    speakers.add(speakerOf(cell))
  }
  if (speakers.size === 0) return { ...silence, lost }
  const [speaker] = speakers
  return {
    text: writtenOut(joined.quote(target)),
    speaker: speakers.size === 1 && speaker !== undefined ? writtenOut(speaker) : null,
    spans: [],
    lost,
  }
}

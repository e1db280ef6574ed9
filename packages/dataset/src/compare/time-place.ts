import type { Timestamp } from '@labelport/model'
import type { Matching } from './match.ts'

/** Times are compared within stretches of this many milliseconds. */
const stretch = 60_000

/** Timestamps are at the same place only when both ends are equal. */
export const timeMatching: Matching<Timestamp> = {
  samePlace: 1,
  places({ startMs, endMs }) {
    const places: string[] = []
    const last = Math.floor(endMs / stretch)
    for (let at = Math.floor(startMs / stretch); at <= last; at += 1) places.push(String(at))
    return places
  },
  overlap(one, other) {
    if (one.startMs === other.startMs && one.endMs === other.endMs) return 1
    const shared = Math.min(one.endMs, other.endMs) - Math.max(one.startMs, other.startMs)
    const either = one.endMs - one.startMs + (other.endMs - other.startMs) - Math.max(0, shared)
    return shared <= 0 ? 0 : shared / either
  },
}

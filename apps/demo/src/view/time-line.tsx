import type { Timestamp } from '@labelport/model'
import { paintProperties } from './css-paint.ts'
import { assignLanes, laneCount } from './lanes.ts'
import type { Scene } from './scene.ts'
import { clockText, standingOf } from './words.ts'

interface TimeLineProps {
  readonly scene: Scene
  readonly times: readonly Timestamp[]
  /** The end of the last one, in milliseconds. */
  readonly end: number
}

/** How many marks a line has at most. */
const marks = 8

/** Steps between marks, in milliseconds. */
const steps = [100, 500, 1000, 5000, 10_000, 30_000, 60_000, 300_000, 600_000, 1_800_000, 3_600_000]

/** All stretches of a recording on one line; those at the same time lie below each other. */
export function TimeLine({ scene, times, end }: TimeLineProps) {
  const pieces = assignLanes(
    times.map(({ id, startMs, endMs }) => ({
      id,
      start: startMs,
      end: endMs,
      begins: true,
      ends: true,
    })),
  )
  const step = steps.find((one) => end / one <= marks) ?? end / marks
  const ticks = Array.from({ length: Math.floor(end / step) + 1 }, (_, at) => at * step)
  const share = (ms: number): string => `${(100 * ms) / end}%`
  return (
    <div class="time-line" aria-hidden="true" style={{ '--lanes': laneCount(pieces) }}>
      {pieces.map(({ id, start, end: until, lane }) => {
        const one = scene.annotation(id)
        if (one === undefined || lane === undefined) return null
        return (
          <span
            key={id}
            class={`stretch ${standingOf(one.origin)}`}
            data-labels={scene.numberOf.get(id)}
            style={{
              ...paintProperties(scene.paintOf(one)),
              '--lane': lane,
              left: share(start),
              width: share(until - start),
            }}
          />
        )
      })}
      {ticks.map((at) => (
        <span class="tick" key={at} style={{ left: share(at) }}>
          {clockText(at).replace(/\.000$/, '')}
        </span>
      ))}
    </div>
  )
}

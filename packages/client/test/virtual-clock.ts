import type { Clock } from '@labelport/client'

/** Time that stands still unless somebody sleeps or turns it. */
export interface VirtualClock extends Clock {
  advance(ms: number): void
  /** The pauses that were slept, in order. */
  readonly pauses: readonly number[]
}

/** A clock that starts at noon of 2 March 2026. */
export function virtualClock(): VirtualClock {
  let time = Date.UTC(2026, 2, 2, 12)
  const alarms = new Set<{ readonly at: number; readonly ring: () => void }>()
  const pauses: number[] = []
  const advance = (ms: number): void => {
    time += ms
    for (const alarm of [...alarms]) {
      if (alarm.at > time) continue
      alarms.delete(alarm)
      alarm.ring()
    }
  }
  return {
    pauses,
    advance,
    now: () => time,
    async sleep(ms, signal) {
      signal?.throwIfAborted()
      pauses.push(ms)
      advance(ms)
      await new Promise((resolve) => setImmediate(resolve))
      signal?.throwIfAborted()
    },
    alarm(ms, ring) {
      const alarm = { at: time + ms, ring }
      alarms.add(alarm)
      return () => alarms.delete(alarm)
    },
  }
}

/** Words for how long a run still takes, judged by its pace so far: ` (3 min left)`; empty while that is not clear. */
export type TimeLeft = (done: number, total: number) => string

/** Below this a pace says little. In milliseconds. */
const least = 3_000

/** Begins to measure now. `now` is in milliseconds. */
export function openTimeLeft(now: () => number): TimeLeft {
  const begun = now()
  return (done, total) => {
    const passed = now() - begun
    if (passed < least || done === 0 || done >= total) return ''
    return ` (${inWords(((total - done) * passed) / done / 1000)} left)`
  }
}

function inWords(seconds: number): string {
  if (seconds < 100) return `${Math.ceil(seconds)} s`
  if (seconds < 100 * 60) return `${Math.round(seconds / 60)} min`
  return `${Math.round(seconds / 3600)} h`
}

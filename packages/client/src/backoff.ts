/** How pauses grow. */
export interface Pauses {
  readonly firstMs: number
  readonly factor: number
  readonly longestMs: number
}

/** Pauses between questions how far an export is. */
export const pollPauses: Pauses = { firstMs: 1_000, factor: 1.5, longestMs: 15_000 }

/** Pauses before something is tried again. */
export const retryPauses: Pauses = { firstMs: 1_000, factor: 2, longestMs: 30_000 }

/** Longest pause that a server can ask for. */
const longestAskedMs = 600_000

/** Gives the next pause on every call, a fifth longer or shorter by chance. */
export function backoff(pauses: Pauses, random: () => number): () => number {
  let next = pauses.firstMs
  return () => {
    const pause = next
    next = Math.min(next * pauses.factor, pauses.longestMs)
    return Math.round(pause * (0.8 + 0.4 * random()))
  }
}

/** The pause that a Retry-After header asks for, in milliseconds; undefined when it does not. */
export function retryAfterMs(headers: Headers, now: number): number | undefined {
  const value = headers.get('retry-after')?.trim()
  if (value === undefined || value === '') return undefined
  const ms = /^\d+$/.test(value) ? Number(value) * 1_000 : Date.parse(value) - now
  return Number.isNaN(ms) ? undefined : Math.min(Math.max(ms, 0), longestAskedMs)
}

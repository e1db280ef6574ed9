/** What an archive may cost at most. Checked against the directory, before anything is inflated. */
export interface Limits {
  /** How many entries there may be. */
  readonly entries: number
  /** Bytes of one entry once inflated. */
  readonly entryBytes: number
  /** Bytes of all entries once inflated. */
  readonly totalBytes: number
  /** How often larger than its compressed bytes an entry of more than a mebibyte may be. */
  readonly ratio: number
}

/** Far above what exports reach, far below what hurts: text of labels deflates 5 to 30 times. */
export const defaultLimits: Limits = Object.freeze({
  entries: 4_000_000,
  entryBytes: 4 * 2 ** 30,
  totalBytes: 64 * 2 ** 30,
  ratio: 200,
})

/** The limits with some of them replaced. */
export function limitsWith(limits: Partial<Limits> | undefined): Limits {
  return { ...defaultLimits, ...limits }
}

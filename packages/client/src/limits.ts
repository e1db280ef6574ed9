/** How long and how often the client tries. Times in milliseconds. */
export interface Limits {
  /** For the server to finish an export; 0 means no limit. */
  readonly waitMs: number
  /** For a job that the server does not know to appear. */
  readonly unknownJobMs: number
  /** For a delivered file to appear behind its link. */
  readonly fileMs: number
  /** For a delivered file whose storage says "access denied" instead of "not found". */
  readonly deniedMs: number
  /** For an answer to begin. */
  readonly answerMs: number
  /** Without a byte, while an answer is read. */
  readonly idleMs: number
  /** Tries of one step without progress. */
  readonly attempts: number
  /** New exports for links that died. */
  readonly renewals: number
  /**
   * Requests sent again because their answer was lost: 0, or 1 for once in the life of an export. Only FILE_STORAGE;
   * a second mail or call would reach somebody.
   */
  readonly repeats: 0 | 1
  /** For the webhook call of a delivered export. */
  readonly callMs: number
  /** For the answer to a request that carries files. */
  readonly uploadMs: number
  /** Downloads from the first byte again because what arrived was not the file. */
  readonly restarts: number
}

/** The limits where none are given. */
export const defaultLimits: Limits = {
  waitMs: 1_800_000,
  unknownJobMs: 60_000,
  fileMs: 600_000,
  deniedMs: 120_000,
  answerMs: 30_000,
  idleMs: 60_000,
  attempts: 5,
  renewals: 2,
  repeats: 0,
  callMs: 120_000,
  uploadMs: 600_000,
  restarts: 2,
}

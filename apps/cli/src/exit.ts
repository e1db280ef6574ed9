/** What the process ends with: done, failed, wrong use, losses refused, stopped from the keyboard. */
export const exitCodes = { done: 0, failed: 1, usage: 2, refused: 3, stopped: 130 } as const

/** One of the codes. */
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

/** Thrown when the command line itself is wrong; nothing was done. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
  /** What else is wrong, one line each. */
  readonly more: readonly string[]

  constructor(message: string, options: ErrorOptions & { readonly more?: readonly string[] } = {}) {
    super(message, options)
    this.more = options.more ?? []
  }
}

/** Thrown when a command cannot do its work, for a reason that is no defect of a file. */
export class Failure extends Error {
  override readonly name = 'Failure'
}

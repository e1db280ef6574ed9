/** Where text goes. */
export interface Output {
  write(text: string): void
  /** Whether a person is looking. */
  readonly isTerminal: boolean
  /** In characters. Absent when unknown. */
  readonly columns?: number | undefined
}

/** Everything a command takes from outside, so that tests can give their own. */
export interface Surroundings {
  readonly stdout: Output
  readonly stderr: Output
  readonly env: Readonly<Record<string, string | undefined>>
  /** Relative paths start here. */
  readonly cwd: string
  /** Of this program. */
  readonly version: string
  /** The program of a thread. Absent means that everything is done on one. */
  readonly worker?: URL
  /** Aborted when the person wants to stop. */
  readonly signal: AbortSignal
}

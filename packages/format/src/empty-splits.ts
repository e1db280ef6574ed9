import type { Report } from './diagnostic.ts'

/** What is known of the splits when all documents are written. */
export interface SplitUse {
  /** Those that were asked for. */
  readonly names: readonly string[]
  /** Those that have something. */
  readonly used: { has(name: string): boolean }
  /** What an empty one has not, such as `no document, so it has no file`. */
  readonly lack: string
}

/** Warns of every split that was asked for and has nothing, as `<format>/split-empty`. */
export function tellEmptySplits(
  format: string,
  { names, used, lack }: SplitUse,
  report: Report,
): void {
  for (const name of names) {
    if (used.has(name)) continue
    const message = `Split "${name}" has ${lack}.`
    report({ severity: 'warning', code: `${format}/split-empty`, message })
  }
}

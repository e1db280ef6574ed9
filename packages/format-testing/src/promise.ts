import type { Subject } from './subject.ts'

/** Something every format keeps. */
export interface FormatPromise {
  /** Continues the sentence "a format …". */
  readonly name: string
  /** Resolves when the promise is kept; rejects with BrokenPromise and every case found. */
  check(subject: Subject): Promise<void>
}

/** Says how a format breaks a promise. */
export class BrokenPromise extends Error {
  override readonly name = 'BrokenPromise'
}

/** Throws when cases were found; at most ten are spelled out. */
export function breakIf(cases: readonly string[]): void {
  if (cases.length === 0) return
  const shown = cases.slice(0, 10)
  const rest = cases.length > shown.length ? [`… and ${cases.length - shown.length} more`] : []
  throw new BrokenPromise([...shown, ...rest].join('\n'))
}

/** Runs a step and puts what it throws in words, with the place where it happened. */
export function describeThrown(where: string, thrown: unknown): string {
  if (!(thrown instanceof Error)) return `${where}: ${String(thrown)} was thrown.`
  const at = thrown.stack?.split('\n').find((line) => line.trimStart().startsWith('at '))
  return `${where}: ${thrown.name}: ${thrown.message}${at === undefined ? '' : ` (${at.trim()})`}`
}

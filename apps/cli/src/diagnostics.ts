import type { Diagnostic } from '@labelport/format'
import { counted } from './table.ts'

/** The diagnostics of a run: all are counted, the first ones are kept. */
export class DiagnosticLog {
  readonly #kept: Diagnostic[] = []
  readonly #counts = { error: 0, warning: 0, info: 0 }

  add(diagnostic: Diagnostic): void {
    if (this.#kept.length < keptLimit) this.#kept.push(diagnostic)
    this.#counts[diagnostic.severity] += 1
  }

  /** The first ten thousand. */
  get kept(): readonly Diagnostic[] {
    return this.#kept
  }

  get counts(): Readonly<Record<Diagnostic['severity'], number>> {
    return this.#counts
  }

  /** `2 errors, 1 warning`; empty when there are neither. */
  describe(): string {
    const { error, warning } = this.#counts
    const parts = [error > 0 && counted(error, 'error'), warning > 0 && counted(warning, 'warning')]
    return parts.filter(Boolean).join(', ')
  }
}

const keptLimit = 10_000

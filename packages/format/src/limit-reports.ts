import type { Diagnostic, Report } from './diagnostic.ts'

/** A report that stays readable when a file has one trouble a million times. */
export interface LimitedReport {
  readonly report: Report
  /** Says of each code how many more there were. Call it once, at the end. */
  readonly close: () => void
}

/** Passes on the first diagnostics of each code and counts the others. */
export function limitReports(report: Report, limit = 20): LimitedReport {
  const seen = new Map<Diagnostic['code'], { readonly first: Diagnostic; count: number }>()
  return {
    report(diagnostic) {
      const { code } = diagnostic
      const entry = seen.get(code) ?? { first: diagnostic, count: 0 }
      entry.count += 1
      seen.set(code, entry)
      if (entry.count <= limit) report(diagnostic)
    },
    close() {
      for (const [code, { first, count }] of seen) {
        if (count <= limit) continue
        const { severity, place } = first
        const message = `${count - limit} more like the ${limit} told, ${count} in all.`
        report({ severity, code, message, ...(place && { place: { path: place.path } }) })
      }
    },
  }
}

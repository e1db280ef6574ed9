import { diagnosticEntries } from './generated/diagnostics.ts'

/** What is known about a diagnostic code. */
export interface DiagnosticEntry {
  /** As diagnostics and ledgers carry it; `<format>/…` exists under the id of every format. */
  readonly code: string
  /** The npm name of the package that tells it. */
  readonly package: string
  readonly meaning: string
  /** What the person may do. */
  readonly advice: string
  /** A message as it was told, or as the sources word it, with `…` for what is filled in. */
  readonly example?: string
}

/** The entry of a code; that of `<format>/…` where a format has none of its own; undefined when there is none. */
export function explainDiagnostic(code: string): DiagnosticEntry | undefined {
  const found = entryOf(code)
  if (found !== undefined) return found
  const slash = code.indexOf('/')
  const common = slash <= 0 ? undefined : entryOf(`<format>${code.slice(slash)}`)
  return common && { ...common, code }
}

function entryOf(code: string): DiagnosticEntry | undefined {
  return diagnosticEntries.find((entry) => entry.code === code)
}

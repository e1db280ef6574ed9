import { type Diagnostic, FormatError } from '@labelport/format'

/** What to tell of something that was thrown. */
export function diagnosticOf(error: unknown): Diagnostic {
  if (FormatError.is(error)) return error.diagnostic
  const message = error instanceof Error ? error.message : String(error)
  return { severity: 'error', code: 'engine/failed', message }
}

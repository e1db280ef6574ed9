import { type Diagnostic, FormatError } from '@labelport/format'
import { Failure } from './exit.ts'

/** Wraps what ended a command; a fault of the program itself keeps its stack, so that it can be reported. */
export function failureDiagnostic(error: unknown): Diagnostic {
  if (FormatError.is(error)) return error.diagnostic
  if (!(error instanceof Error))
    return { severity: 'error', code: 'cli/unexpected', message: String(error) }
  const { message, stack = message } = error
  const code = 'code' in error ? String(error.code) : ''
  if (isDiagnosticCode(code)) return { severity: 'error', code, message }
  // Errors of the system carry a code of their own, such as ENOSPC.
  if (error instanceof Failure || code !== '')
    return { severity: 'error', code: 'cli/failed', message }
  return { severity: 'error', code: 'cli/unexpected', message: stack }
}

function isDiagnosticCode(code: string): code is Diagnostic['code'] {
  return /^[a-z-]+\/[a-z-]+$/.test(code)
}

import { type Diagnostic, FormatError } from '@labelport/format'
import type { Command, Flags } from './command.ts'
import { type ExitCode, exitCodes, Failure, UsageError } from './exit.ts'
import type { ParsedCall } from './parse.ts'
import { openSession, type Session } from './session.ts'
import type { Surroundings } from './surroundings.ts'

/** Runs a command that was understood. Throws UsageError only. */
export async function runCommand<F extends Flags>(
  command: Command<F>,
  call: ParsedCall<F>,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const session = openSession(surroundings, {
    json: call.flags.json,
    listsDiagnostics: command.listsDiagnostics === true,
  })
  try {
    const code = await command.run(call, session)
    const closed = session.close()
    return code === exitCodes.done ? closed : code
  } catch (error) {
    if (!(error instanceof UsageError)) return failed(error, session)
    session.close()
    throw error
  }
}

function failed(error: unknown, session: Session): ExitCode {
  session.close()
  if (session.signal.aborted) {
    session.note('Stopped.')
    return exitCodes.stopped
  }
  const diagnostic = diagnosticOf(error)
  session.report(diagnostic)
  if (session.json) {
    const { kept } = session.diagnostics
    session.result({ error: kept.at(-1) ?? diagnostic, diagnostics: kept.slice(0, -1) }, () => '')
  }
  return exitCodes.failed
}

/** Wraps what went wrong; a fault of the program itself keeps its stack, so that it can be reported. */
function diagnosticOf(error: unknown): Diagnostic {
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

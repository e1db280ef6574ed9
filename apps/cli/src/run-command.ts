import type { Command, Flags } from './command.ts'
import type { Listed } from './commands.ts'
import { withSettings } from './config/apply.ts'
import { readConfig } from './config/read-config.ts'
import { type ExitCode, exitCodes, UsageError } from './exit.ts'
import { failureDiagnostic } from './failure-diagnostic.ts'
import type { ParsedCall } from './parse.ts'
import { openSession, type Session } from './session.ts'
import type { Surroundings } from './surroundings.ts'

/** Runs a command that was understood. Throws UsageError only. */
export async function runCommand<F extends Flags>(
  command: Command<F>,
  told: ParsedCall<F>,
  surroundings: Surroundings,
  commands: readonly Listed[],
): Promise<ExitCode> {
  const config = await readConfig(told.flags.config, surroundings, commands)
  const call = withSettings(told, config.flags[command.name])
  const session = openSession(surroundings, {
    connection: config.connection,
    json: call.flags.json || command.isJson?.(call.flags) === true,
    listsDiagnostics: command.listsDiagnostics === true,
  })
  for (const note of config.notes) session.note(session.safe(note))
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
  const diagnostic = failureDiagnostic(error)
  session.report(diagnostic)
  if (session.json) {
    const { kept } = session.diagnostics
    session.result({ error: kept.at(-1) ?? diagnostic, diagnostics: kept.slice(0, -1) }, () => '')
  }
  return exitCodes.failed
}

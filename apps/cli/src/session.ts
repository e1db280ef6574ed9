import { type Diagnostic, describeDiagnostic, limitReports, type Report } from '@labelport/format'
import type { ConnectionSettings } from './config/config.ts'
import { DiagnosticLog } from './diagnostics.ts'
import { type ExitCode, exitCodes } from './exit.ts'
import { printable, printableJson } from './printable.ts'
import { openProgress, type Progress } from './progress.ts'
import { redact } from './redact.ts'
import type { Surroundings } from './surroundings.ts'

/** One run of one command: where its words go and what it has met. */
export interface Session
  extends Pick<Surroundings, 'env' | 'cwd' | 'signal' | 'version' | 'worker'> {
  /** Whether the output is one JSON document. */
  readonly json: boolean
  /** How a server is reached, where the environment does not say it. */
  readonly connection: ConnectionSettings
  /** How wide tables may be. */
  readonly width: number
  readonly diagnostics: DiagnosticLog
  readonly progress: Progress
  /** Takes a diagnostic down and shows it, or the first few of its code. */
  readonly report: Report
  /** Writes the result: `text()`, or `value` as JSON when that was asked for. */
  result(value: object, text: () => string): void
  /** Writes a line for people. */
  note(line: string): void
  /** A text without secrets and without anything a terminal would obey. */
  safe(text: string): string
  /** Makes sure that a value appears nowhere in what is shown from now on. */
  hide(secret: string): void
  /** Has something done when the command is over, however it ends. */
  atEnd(act: () => void): void
  /** Says what was not shown, and tells whether an error was met. */
  close(): ExitCode
}

/** How a session shows diagnostics. */
export interface SessionOptions {
  readonly json: boolean
  /** Whether diagnostics are what the command is for: then all are shown, on standard output. */
  readonly listsDiagnostics?: boolean
  /** Absent means that nothing is configured. */
  readonly connection?: ConnectionSettings
}

/** Opens the session of a command. */
export function openSession(
  surroundings: Surroundings,
  { json, listsDiagnostics = false, connection = {} }: SessionOptions,
): Session {
  const { stdout, stderr, env, cwd, signal } = surroundings
  const diagnostics = new DiagnosticLog()
  const progress = openProgress(stderr, Date.now)
  const list = listsDiagnostics ? stdout : stderr
  const colour = list.isTerminal && !env.NO_COLOR && env.TERM !== 'dumb'
  const safe = (text: string): string => printable(redact(text, secrets))
  const note = (line: string, output = stderr): void => {
    progress.clear()
    output.write(`${line}\n`)
  }
  const secrets: string[] = []
  const endings: (() => void)[] = []
  const shown = limitReports(
    (diagnostic) => {
      const severity = colour ? coloured[diagnostic.severity] : diagnostic.severity
      note(`${severity} ${printable(describeDiagnostic(diagnostic))}`, list)
    },
    listsDiagnostics ? Infinity : 5,
  )
  return {
    env,
    cwd,
    signal,
    ...(surroundings.worker && { worker: surroundings.worker }),
    get version() {
      return surroundings.version
    },
    json,
    connection,
    width: Math.max(60, Math.min(stdout.columns ?? 80, 120)),
    diagnostics,
    progress,
    report(diagnostic) {
      const clean = withoutSecrets(diagnostic, secrets)
      diagnostics.add(clean)
      if (!json) shown.report(clean)
    },
    result(value, text) {
      progress.clear()
      stdout.write(json ? `${printableJson(value, stdout.isTerminal ? 2 : 0)}\n` : text())
    },
    note: (line) => note(line),
    safe,
    hide: (secret) => void secrets.push(secret),
    atEnd: (act) => void endings.push(act),
    close() {
      for (const act of endings.splice(0)) act()
      progress.clear()
      shown.close()
      return diagnostics.counts.error > 0 ? exitCodes.failed : exitCodes.done
    },
  }
}

const coloured = {
  error: '\x1b[31merror\x1b[39m',
  warning: '\x1b[33mwarning\x1b[39m',
  info: '\x1b[36minfo\x1b[39m',
} as const satisfies Record<Diagnostic['severity'], string>

function withoutSecrets(diagnostic: Diagnostic, secrets: readonly string[]): Diagnostic {
  const { message, place } = diagnostic
  return {
    ...diagnostic,
    message: redact(message, secrets),
    ...(place === undefined ? {} : { place: { ...place, path: redact(place.path, secrets) } }),
  }
}

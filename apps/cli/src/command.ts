import type { ExitCode } from './exit.ts'
import type { Session } from './session.ts'

/** A flag of a command, as data: parsing and help are made from it. */
export type Flag = { readonly help: string } & (
  | { readonly type: 'switch' }
  /** `value` is what help calls the value. */
  | { readonly type: 'value'; readonly value: string; readonly default?: string }
  /** May be given several times. */
  | { readonly type: 'values'; readonly value: string }
)

/** Flags by name, without the dashes. */
export type Flags = Readonly<Record<string, Flag>>

/** The values of flags. */
export type FlagValues<F extends Flags> = {
  readonly [Name in keyof F]: F[Name] extends { readonly type: 'switch' }
    ? boolean
    : F[Name] extends { readonly type: 'values' }
      ? readonly string[]
      : F[Name] extends { readonly default: string }
        ? string
        : string | undefined
}

/** What may follow a command's name besides flags. */
export interface Operands {
  /** As the usage line shows it, such as `<input…>`. */
  readonly usage: string
  readonly help: string
  readonly min: number
  readonly max: number
}

/** A command line that was understood. */
export interface Call<F extends Flags> {
  readonly flags: FlagValues<F>
  readonly operands: readonly string[]
}

/** One command. */
export interface Command<F extends Flags = Flags> {
  readonly name: string
  /** What it does, for people: a few sentences. */
  readonly about: string
  readonly operands?: Operands
  readonly flags: F
  readonly examples: readonly string[]
  /** Whether diagnostics are what the command is for: then all are shown, on standard output. */
  readonly listsDiagnostics?: boolean
  /** Whether a flag other than `--json` makes the output one JSON document. Absent means there is none. */
  isJson?(flags: FlagValues<F>): boolean
  run(call: Call<F>, session: Session): Promise<ExitCode>
}

/** Keeps the literal types of the flags. */
export function defineCommand<const F extends Flags>(command: Command<F>): Command<F> {
  return command
}

/** What every command understands. */
export const commonFlags = {
  config: {
    type: 'value',
    value: '<file>',
    help: 'settings to begin with; without it, labelport.config.json where there is one',
  },
  json: { type: 'switch', help: 'one JSON document on standard output' },
  help: { type: 'switch', help: 'this text' },
} as const satisfies Flags

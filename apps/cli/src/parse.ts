import { parseArgs } from 'node:util'
import {
  type Call,
  type Command,
  commonFlags,
  type Flag,
  type Flags,
  type FlagValues,
} from './command.ts'
import { UsageError } from './exit.ts'

/** A command line that was understood, with the flags every command has. */
export type ParsedCall<F extends Flags> = Call<F> & {
  readonly flags: FlagValues<typeof commonFlags>
  /** Names of the flags that the command line tells. */
  readonly given: ReadonlySet<string>
}

/** Understands what follows a command's name. Throws UsageError. */
export function parseCall<F extends Flags>(
  command: Command<F>,
  words: readonly string[],
): ParsedCall<F> {
  const flags: Flags = { ...command.flags, ...commonFlags }
  const options = Object.fromEntries(
    Object.entries(flags).map(([name, flag]) => [name, optionOf(flag)]),
  )
  const { values, positionals } = parsed(words, options)
  const complete = Object.fromEntries(
    Object.entries(flags).map(([name, flag]) => [name, values[name] ?? absent(flag)]),
  )
  // The table above gave every flag a value of its own type, which the compiler cannot follow.
  const given = new Set(Object.keys(values))
  const call = { flags: complete, operands: positionals, given } as unknown as ParsedCall<F>
  if (!call.flags.help) checkOperands(command, positionals)
  return call
}

/** The parts of a value that lists several, separated by commas. */
export function listOf(text: string): readonly string[] {
  return text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '')
}

type ParseOptions = Record<string, { type: 'boolean' | 'string'; multiple?: boolean }>

function parsed(words: readonly string[], options: ParseOptions) {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true, strict: true })
  } catch (cause) {
    // The first sentence names the mistake; what follows is advice about this parser's own syntax.
    const [message = ''] = String(cause instanceof Error ? cause.message : cause).split(/\. |\n/)
    throw new UsageError(`${message.replace(/\.$/, '')}.`, { cause })
  }
}

function optionOf(flag: Flag): ParseOptions[string] {
  switch (flag.type) {
    case 'switch':
      return { type: 'boolean' }
    case 'value':
      return { type: 'string' }
    case 'values':
      return { type: 'string', multiple: true }
    default:
      return flag satisfies never
  }
}

function absent(flag: Flag): boolean | string | readonly string[] | undefined {
  switch (flag.type) {
    case 'switch':
      return false
    case 'value':
      return flag.default
    case 'values':
      return []
    default:
      return flag satisfies never
  }
}

function checkOperands({ name, operands }: Command, given: readonly string[]): void {
  const { usage, min, max } = operands ?? { usage: '', min: 0, max: 0 }
  if (given.length < min) throw new UsageError(`${name} needs ${usage}.`)
  if (given.length > max) {
    throw new UsageError(
      `${name} takes ${max === 0 ? 'no names' : usage}; "${given[max]}" is too many.`,
    )
  }
}

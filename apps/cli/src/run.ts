import { commands } from './commands.ts'
import { type ExitCode, exitCodes, UsageError } from './exit.ts'
import { commandHelp, mainHelp } from './help.ts'
import type { Surroundings } from './surroundings.ts'

/** Runs a command line, given without the program's name. Never throws: what happened is in the exit code. */
export async function run(words: readonly string[], surroundings: Surroundings): Promise<ExitCode> {
  const [name, ...rest] = words
  if (name === undefined || name === '--help' || name === 'help') {
    surroundings.stdout.write(mainHelp(commands))
    return name === undefined ? exitCodes.usage : exitCodes.done
  }
  if (name === '--version') {
    surroundings.stdout.write(`${surroundings.version}\n`)
    return exitCodes.done
  }
  const listed = commands.find((command) => command.name === name)
  // What follows costs time to load, so the two answers above do without.
  const [{ parseCall, printable, runCommand }, command] = await Promise.all([
    import('./work.ts'),
    listed?.load(),
  ])
  if (command === undefined) {
    const names = commands.map((command) => command.name).join(', ')
    surroundings.stderr.write(`There is no command "${printable(name)}". There are: ${names}.\n`)
    return exitCodes.usage
  }
  try {
    const call = parseCall(command, rest)
    if (call.flags.help) {
      surroundings.stdout.write(commandHelp(command))
      return exitCodes.done
    }
    return await runCommand(command, call, surroundings, commands)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    const lines = [error.message, ...error.more].map(printable)
    surroundings.stderr.write(`${lines.join('\n')}\nlabelport ${command.name} --help tells more.\n`)
    return exitCodes.usage
  }
}

import { type Command, commonFlags, type Flag } from './command.ts'
import type { Listed } from './commands.ts'
import { wrap } from './wrap.ts'

/** The text of `labelport --help`. */
export function mainHelp(commands: readonly Listed[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length))
  const list = commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`)
  return `labelport turns Datasaur exports into training data, with an account of every label.

Usage: labelport <command> [options]

${list.join('\n')}

labelport <command> --help tells more. labelport --version names the version.
`
}

/** The text of `labelport <command> --help`. */
export function commandHelp(command: Command): string {
  const { name, about, operands, examples } = command
  const flags = Object.entries({ ...command.flags, ...commonFlags })
  const left = flags.map(([flag, spec]) => `--${flag}${placeholderOf(spec)}`)
  if (operands !== undefined) left.push(operands.usage)
  const width = Math.min(26, Math.max(...left.map((text) => text.length)))
  const line = (text: string, help: string): string => entry(text, help, width)
  const lines = flags.map(([flag, spec]) => line(`--${flag}${placeholderOf(spec)}`, helpOf(spec)))
  if (operands !== undefined) lines.unshift(line(operands.usage, operands.help))
  const usage = ['labelport', name, operands?.usage, '[options]'].filter(Boolean).join(' ')
  return `${wrap(about, 80, 0)}

Usage: ${usage}

${lines.join('\n')}

Examples:
${examples.map((example) => `  ${example}`).join('\n')}
`
}

function placeholderOf(flag: Flag): string {
  return flag.type === 'switch' ? '' : ` ${flag.value}`
}

function helpOf(flag: Flag): string {
  if (flag.type === 'value' && flag.default !== undefined) return `${flag.help} (${flag.default})`
  return flag.type === 'values' ? `${flag.help}; may be repeated` : flag.help
}

/** A name and its help, side by side. */
function entry(text: string, help: string, width: number): string {
  const indent = width + 4
  const name = text.length > width ? `${text}\n${' '.repeat(indent)}` : `${text.padEnd(width)}  `
  return `  ${name}${wrap(help, 80, indent)}`
}

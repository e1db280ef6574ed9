import type { ConversionChoice } from '../protocol.ts'

/** The command that does the same conversion in a terminal. */
export function commandLine(
  inputs: readonly string[],
  { format, cabinet, options }: ConversionChoice,
): string {
  const words = ['labelport', 'convert', ...inputs, '--to', format, '--out', format]
  if (cabinet !== 'review') words.push('--cabinet', cabinet)
  for (const [name, value] of Object.entries(options)) words.push('--option', `${name}=${value}`)
  return words.map(quoted).join(' ')
}

/** A word as POSIX shells take it; a name that starts like a flag is made a path. */
function quoted(word: string, position: number): string {
  const safe = position > 1 && /^-(?!-(to|out|cabinet|option)$)/.test(word) ? `./${word}` : word
  return /^[\w./:=@%+,-]+$/.test(safe) ? safe : `'${safe.replaceAll("'", `'\\''`)}'`
}

import { type ConversionChoice, everyProject } from '../protocol.ts'

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

/** What a command line cannot say of what is open in the page. */
export interface CommandGaps {
  /** Whether the built-in sample is open. */
  readonly sample: boolean
  /** Whether options for reading were given. */
  readonly reading: boolean
  readonly projects: number
  readonly project: number
}

/** Sentences for the person who copies the command. */
export function commandNotes({
  sample,
  reading,
  projects,
  project,
}: CommandGaps): readonly string[] {
  const notes = []
  if (sample) notes.push('The sample is part of this page; name your own export there.')
  else if (reading) notes.push('The options for reading have no counterpart there.')
  if (project !== everyProject && projects > 1) {
    notes.push('It converts every project of the export; here one is chosen.')
  }
  return notes
}

import type { Project } from '@labelport/model'
import type { ConversionChoice } from '../conversion-view.ts'
import type { Opened } from './conversion.ts'

/** The command that does the same conversion in a terminal; `project` is absent when all are converted. */
export function commandLine(
  { names, sample, reading }: Opened,
  { format, cabinet, options }: ConversionChoice,
  project?: Project,
): string {
  const chosen = project?.id ?? project?.name
  const readOptions = Object.entries(sample ? {} : reading).flatMap(([id, values]) =>
    Object.entries(values).map(([name, value]) => ['read-option', `${id}.${name}=${value}`]),
  )
  const flags = [
    ...readOptions,
    ['to', format],
    ['out', format],
    ...(cabinet === 'review' ? [] : [['cabinet', cabinet]]),
    ...(chosen === undefined ? [] : [['project', chosen]]),
    ...Object.entries(options).map(([name, value]) => ['option', `${name}=${value}`]),
  ]
  const inputs = names.map((name) => quoted(name.startsWith('-') ? `./${name}` : name))
  const words = flags.map(([flag = '', value = '']) => flagged(flag, value))
  return ['labelport convert', ...inputs, ...words].join(' ')
}

/** A flag with its value; one that looks like a flag itself is tied to it. */
function flagged(flag: string, value: string): string {
  return value.startsWith('-') ? quoted(`--${flag}=${value}`) : `--${flag} ${quoted(value)}`
}

/** A word as POSIX shells take it. */
function quoted(word: string): string {
  return /^[\w./:=@%+,-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`
}

/** What the command would not do the same, in sentences for the person who copies it. */
export function commandNotes({ sample }: Opened, project?: Project): readonly string[] {
  const notes = []
  if (sample) notes.push('The sample is part of this page; name your own export there.')
  if (project !== undefined && project.id === undefined && project.name === undefined) {
    notes.push('It converts every project; the one chosen here has neither id nor name.')
  }
  return notes
}

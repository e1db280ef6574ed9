import type { Project } from '@labelport/model'
import type { ConversionChoice } from '../conversion-view.ts'
import { preparationOptions } from '../preparation-options.ts'
import type { Opened } from './order.ts'

/** A flag of the command line; without a value it is a switch. */
type Flag = readonly [name: string, value?: string]

/**
 * The commands that do the same conversions in a terminal, one for each target; `project` is absent when all are
 * converted.
 */
export function commandLines(
  { names, sample, reading }: Opened,
  { targets, cabinet, preparation }: ConversionChoice,
  project?: Project,
): readonly string[] {
  const chosen = project?.id ?? project?.name
  const readOptions = Object.entries(sample ? {} : reading).flatMap(([id, values]) =>
    Object.entries(values).map(([name, value]): Flag => ['read-option', `${id}.${name}=${value}`]),
  )
  const steps = preparationOptions.flatMap(({ name, type }): readonly Flag[] => {
    const value = preparation[name]
    if (value === undefined || value.trim() === '' || value === 'false') return []
    return [type === 'flag' ? [name] : [name, value.trim()]]
  })
  const inputs = names.map((name) => quoted(name.startsWith('-') ? `./${name}` : name))
  return targets.map(({ format, options }) => {
    const flags: readonly Flag[] = [
      ...readOptions,
      ['to', format],
      ['out', format],
      ...(cabinet === 'review' ? [] : [['cabinet', cabinet] as const]),
      ...(chosen === undefined ? [] : [['project', chosen] as const]),
      ...Object.entries(options).map(([name, value]): Flag => ['option', `${name}=${value}`]),
      ...steps,
    ]
    return ['labelport convert', ...inputs, ...flags.map(flagged)].join(' ')
  })
}

/** A flag with its value; one that looks like a flag itself is tied to it. */
function flagged([flag, value]: Flag): string {
  if (value === undefined) return `--${flag}`
  return value.startsWith('-') ? quoted(`--${flag}=${value}`) : `--${flag} ${quoted(value)}`
}

/** A word as POSIX shells take it. */
function quoted(word: string): string {
  return /^[\w./:=@%+,-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`
}

/** What the commands would not do the same, in sentences for the person who copies them. */
export function commandNotes({ sample }: Opened, project?: Project): readonly string[] {
  const notes = []
  if (sample) notes.push('The sample is part of this page; name your own export there.')
  if (project !== undefined && project.id === undefined && project.name === undefined) {
    notes.push('It converts every project; the one chosen here has neither id nor name.')
  }
  return notes
}

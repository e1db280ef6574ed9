import { formats, type LaterTarget, laterTargets } from '@labelport/catalog'
import { type Format, FormatError } from '@labelport/format'
import type { Flags } from './command.ts'
import { loadPlugin } from './plugin.ts'
import type { Session } from './session.ts'

/** The formats and targets a command knows. */
export interface Library {
  /** What can be read, and mostly also written. */
  readonly formats: readonly Format[]
  /** Kinds of training data; the code of each is loaded when it is chosen. */
  readonly targets: readonly LaterTarget[]
}

/** The flag of every command that plugins can add formats to. */
export const pluginFlag = {
  plugin: {
    type: 'values',
    value: '<path or package>',
    help: 'formats of your own: a module that exports them. It runs with all your rights, so load only what you trust',
  },
} as const satisfies Flags

/**
 * What ships with labelport, and the formats of plugins behind it. A plugin's format that cannot be read
 * counts as a target. Throws FormatError `cli/bad-plugin`, or `cli/format-clash` when two share an id.
 */
export async function openLibrary(
  { cwd }: Pick<Session, 'cwd'>,
  plugins: readonly string[],
): Promise<Library> {
  const library = { formats: [...formats], targets: [...laterTargets] }
  const origins = new Map([...formats, ...laterTargets].map(({ id }) => [id, 'labelport itself']))
  for (const plugin of plugins) {
    for (const format of await loadPlugin(plugin, cwd)) {
      const other = origins.get(format.id)
      if (other !== undefined) throw clash(format, plugin, other)
      origins.set(format.id, `the plugin "${plugin}"`)
      if (format.reader === undefined)
        library.targets.push({ ...factsOf(format), load: async () => format })
      else library.formats.push(format)
    }
  }
  return library
}

/** What a format tells of itself as data. Formats of plugins may inherit it, so all of it is named. */
export function factsOf(format: Format | LaterTarget): Omit<LaterTarget, 'load'> {
  const { id, title, extensions, tasks, carries, options, unverified } = format
  return {
    ...{ id, title, extensions, tasks, carries },
    ...(options && { options }),
    ...(unverified && { unverified }),
  }
}

function clash({ id }: Format, plugin: string, other: string): FormatError {
  const message = `The plugin "${plugin}" has a format "${id}", and so has ${other}; one id names one format.`
  return new FormatError({ severity: 'error', code: 'cli/format-clash', message })
}

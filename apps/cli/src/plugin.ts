import { type Format, FormatError } from '@labelport/format'
import { locateModule } from './locate-module.ts'
import { faultsOf, looksLikeFormat } from './plugin-format.ts'

/**
 * The formats a module exports, whatever their names. The module is code of the user's choosing and runs with
 * all rights of this program. Throws FormatError `cli/bad-plugin` when it cannot be loaded or has none.
 */
export async function loadPlugin(plugin: string, cwd: string): Promise<readonly Format[]> {
  const exported = await load(plugin, cwd)
  if (exported === undefined) {
    throw badPlugin(`There is no file and no installed package "${plugin}" to load as a plugin.`)
  }
  // One format may be exported under two names, such as its own and `default`.
  const found = new Map<object, string>()
  for (const [name, value] of Object.entries(exported)) {
    if (looksLikeFormat(value)) found.set(value, name)
  }
  if (found.size === 0) {
    const names = Object.keys(exported).join(', ') || 'nothing'
    throw badPlugin(
      `The plugin "${plugin}" exports no format. A format is an object with an id and a reader or a writer; it exports: ${names}.`,
    )
  }
  const faults = [...found].flatMap(([value, name]) =>
    faultsOf(value).map((fault) => `${name}: ${fault}`),
  )
  if (faults.length > 0) {
    throw badPlugin(`The plugin "${plugin}" cannot be used. ${faults.join('; ')}.`)
  }
  // Every property that labelport reads was checked above.
  return [...found.keys()] as Format[]
}

/** What a module exports; undefined when there is none. */
async function load(
  plugin: string,
  cwd: string,
): Promise<Readonly<Record<string, unknown>> | undefined> {
  try {
    const url = locateModule(plugin, cwd)
    return url === undefined ? undefined : await import(/* @vite-ignore */ url)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw badPlugin(`The plugin "${plugin}" cannot be loaded: ${reason}`, cause)
  }
}

function badPlugin(message: string, cause?: unknown): FormatError {
  return new FormatError({ severity: 'error', code: 'cli/bad-plugin', message }, { cause })
}

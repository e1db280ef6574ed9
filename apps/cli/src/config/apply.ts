import type { Flags } from '../command.ts'
import type { ParsedCall } from '../parse.ts'
import type { FlagSettings } from './config.ts'

/** A command line, with the settings of a file for the flags that it does not tell. */
export function withSettings<F extends Flags>(
  call: ParsedCall<F>,
  settings: FlagSettings | undefined,
): ParsedCall<F> {
  if (settings === undefined) return call
  const missing = Object.entries(settings).filter(([name]) => !call.given.has(name))
  // The reader gave every setting the type of its flag.
  return { ...call, flags: { ...call.flags, ...Object.fromEntries(missing) } }
}

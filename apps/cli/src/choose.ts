import { formats, targets } from '@labelport/catalog'
import { type Format, FormatError, parseOptions } from '@labelport/format'
import { UsageError } from './exit.ts'
import { listOf } from './parse.ts'

/** What documents can be written as, and whether it is training data. */
export interface Destination {
  readonly format: Format
  readonly training: boolean
  /** Whether no option was given another value. */
  readonly defaults: boolean
}

/** Everything that can be written, in the order of the catalog. */
export const destinations: readonly Destination[] = [
  ...formats.map((format) => ({ format, training: false, defaults: true })),
  ...targets.map((format) => ({ format, training: true, defaults: true })),
].filter(({ format }) => format.writer !== undefined)

/** The format or target of an id. Throws UsageError with the ids there are. */
export function chooseDestination(id: string): Destination {
  const found = destinations.find(({ format }) => format.id === id)
  if (found !== undefined) return found
  throw unknown(
    '--to',
    id,
    destinations.map(({ format }) => format),
  )
}

/** Several of them, separated by commas. */
export function chooseDestinations(ids: string): readonly Destination[] {
  return listOf(ids).map(chooseDestination)
}

/** The destination with options given as `name=value`. Throws UsageError. */
export function withOptions(destination: Destination, assignments: readonly string[]): Destination {
  if (assignments.length === 0) return destination
  const { format } = destination
  const texts = Object.fromEntries(assignments.map(assignmentOf))
  try {
    const values = parseOptions(format.id, format.options ?? [], texts)
    return { ...destination, format: format.configure?.(values) ?? format, defaults: false }
  } catch (error) {
    if (!FormatError.is(error)) throw error
    throw new UsageError(error.message, { cause: error })
  }
}

/** The format to read with; undefined when nothing was asked for. Throws UsageError. */
export function chooseReader(id: string | undefined): Format | undefined {
  if (id === undefined) return undefined
  const readable = formats.filter((format) => format.reader !== undefined)
  const found = readable.find((format) => format.id === id)
  if (found !== undefined) return found
  throw unknown('--from', id, readable)
}

function unknown(flag: string, id: string, known: readonly Format[]): UsageError {
  const ids = known.map((format) => format.id).join(', ')
  return new UsageError(`${flag} names "${id}", which is not known here. There are: ${ids}.`)
}

function assignmentOf(text: string): readonly [string, string] {
  const sign = text.indexOf('=')
  // A flag of a format may stand alone: `--option header` is `--option header=true`.
  return sign === -1 ? [text, ''] : [text.slice(0, sign), text.slice(sign + 1)]
}

import { type Format, FormatError, parseOptions } from '@labelport/format'
import { UsageError } from './exit.ts'
import type { Library } from './library.ts'
import { listOf } from './parse.ts'

/** What documents can be written as, and whether it is training data. */
export interface Destination {
  readonly format: Format
  readonly training: boolean
  /** Whether no option was given another value. */
  readonly defaults: boolean
}

/** Everything that can be written, in the order of the library. */
export async function destinationsOf(library: Library): Promise<readonly Destination[]> {
  return Promise.all(writableOf(library).map(({ id }) => chooseDestination(library, id)))
}

/** The format or target of an id. Throws UsageError with the ids there are. */
export async function chooseDestination(library: Library, id: string): Promise<Destination> {
  const target = library.targets.find((one) => one.id === id)
  if (target !== undefined) return { format: await target.load(), training: true, defaults: true }
  const format = library.formats.find((one) => one.id === id && one.writer !== undefined)
  if (format !== undefined) return { format, training: false, defaults: true }
  throw unknown('--to', id, writableOf(library))
}

/** Several of them, separated by commas. */
export async function chooseDestinations(
  library: Library,
  ids: string,
): Promise<readonly Destination[]> {
  return Promise.all(listOf(ids).map((id) => chooseDestination(library, id)))
}

/** Targets are known to be writable before they are loaded. */
function writableOf({ formats, targets }: Library): readonly Pick<Format, 'id'>[] {
  return [...formats.filter(({ writer }) => writer !== undefined), ...targets]
}

/** The destination with options given as `name=value`. Throws UsageError. */
export function withOptions(destination: Destination, assignments: readonly string[]): Destination {
  if (assignments.length === 0) return destination
  const texts = Object.fromEntries(assignments.map(assignmentOf))
  return { ...destination, format: configured(destination.format, texts), defaults: false }
}

/** The format to read with; undefined when nothing was asked for. Throws UsageError. */
export function chooseReader(formats: readonly Format[], id: string | undefined) {
  if (id === undefined) return undefined
  const readable = readableOf(formats)
  const found = readable.find((format) => format.id === id)
  if (found !== undefined) return found
  throw unknown('--from', id, readable)
}

/** The formats, set for reading as `<format>.<name>=<value>` says. Throws UsageError. */
export function withReadOptions(
  formats: readonly Format[],
  assignments: readonly string[],
): readonly Format[] {
  const texts = new Map<string, Record<string, string>>()
  for (const assignment of assignments) {
    const dot = assignment.indexOf('.')
    const id = dot === -1 ? assignment : assignment.slice(0, dot)
    const readable = readableOf(formats)
    if (!readable.some((format) => format.id === id)) throw unknown('--read-option', id, readable)
    if (dot === -1) {
      throw new UsageError(`--read-option needs ${id}.<name>=<value>; "${assignment}" has no name.`)
    }
    const [name, value] = assignmentOf(assignment.slice(dot + 1))
    texts.set(id, { ...texts.get(id), [name]: value })
  }
  return formats.map((format) => configured(format, texts.get(format.id)))
}

function readableOf(formats: readonly Format[]): readonly Format[] {
  return formats.filter((format) => format.reader !== undefined)
}

function configured(format: Format, texts: Readonly<Record<string, string>> | undefined): Format {
  if (texts === undefined) return format
  try {
    const values = parseOptions(format.id, format.options ?? [], texts)
    return format.configure?.(values) ?? format
  } catch (error) {
    if (!FormatError.is(error)) throw error
    throw new UsageError(error.message, { cause: error })
  }
}

function unknown(flag: string, id: string, known: readonly Pick<Format, 'id'>[]): UsageError {
  const ids = known.map((format) => format.id).join(', ')
  return new UsageError(`${flag} names "${id}", which is not known here. There are: ${ids}.`)
}

function assignmentOf(text: string): readonly [string, string] {
  const sign = text.indexOf('=')
  // A flag of a format may stand alone: `--option header` is `--option header=true`.
  return sign === -1 ? [text, ''] : [text.slice(0, sign), text.slice(sign + 1)]
}

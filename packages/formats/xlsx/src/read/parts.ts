import { FormatError } from '@labelport/format'
import { attribute, resolved, type XmlSink, xmlScanner } from '../xml/scanner.ts'
import { type Entry, notAZip } from '../zip/directory.ts'
import { unpack } from '../zip/unpack.ts'

/** The file whose parts are scanned. */
export interface Parts {
  readonly bytes: Uint8Array
  readonly path: string
  readonly signal?: AbortSignal
}

/** What looks at the tags and texts of a part. */
export type PartSink = Omit<XmlSink, 'refuse'>

/** Scans a part from beginning to end. A part that is not there is empty. */
export async function scanPart(
  entry: Entry | undefined,
  { bytes, path, signal }: Parts,
  sink: PartSink,
  afterPiece?: () => void,
): Promise<void> {
  if (entry === undefined) return
  for await (const _ of scanPieces(entry, { bytes, path, ...(signal && { signal }) }, sink)) {
    afterPiece?.()
  }
}

/** Like `scanPart`, stopping after every piece. */
export async function* scanPieces(
  entry: Entry,
  { bytes, path, signal }: Parts,
  sink: PartSink,
): AsyncGenerator<void> {
  const scanner = xmlScanner({ ...sink, refuse: (what, found) => refuse(path, entry, what, found) })
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const decode = (piece?: Uint8Array): string => {
    try {
      return piece === undefined ? decoder.decode() : decoder.decode(piece, { stream: true })
    } catch (cause) {
      throw notAZip(path, `"${entry.name}" is not UTF-8.`, cause)
    }
  }
  for await (const piece of unpack(bytes, entry, path, signal)) {
    scanner.push(decode(piece))
    yield
  }
  scanner.push(decode())
  scanner.end()
}

const refusals = {
  'document-type':
    'has a document type, which may name other files or grow without end; workbooks have none',
  'unknown-entity': 'names an entity that only a document type could declare',
  'not-xml': 'is no XML: a tag is not closed',
} as const

function refuse(path: string, entry: Entry, what: keyof typeof refusals, found: string): never {
  const message = `The part "${entry.name}" ${refusals[what]}: found ${JSON.stringify(found)}.`
  throw new FormatError({ severity: 'error', code: `xlsx/${what}`, message, place: { path } })
}

/** A sink for those who look at some of it only. */
export const nothing = { open() {}, close() {}, text() {} } as const
const strict = {
  refuse: (_: string, found: string): never => {
    throw new RangeError(found)
  },
}

/** The value of an attribute without entities. */
export function plainValue(tag: string, name: string): string | undefined {
  const value = attribute(tag, name)
  try {
    return value === undefined ? undefined : resolved(value, strict)
  } catch {
    return value
  }
}

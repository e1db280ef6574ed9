import { FormatError } from '@labelport/format'

/** Where documents were put for good. */
export interface SplitLock {
  readonly version: 1
  /** Splits that get no new documents, such as a test set that results are compared on. */
  readonly frozen: readonly string[]
  /** The split of each file and text, by fingerprint. */
  readonly files: ReadonlyMap<string, string>
  readonly texts: ReadonlyMap<string, string>
}

/** A lock that holds nothing. */
export const emptySplitLock: SplitLock = {
  version: 1,
  frozen: [],
  files: new Map(),
  texts: new Map(),
}

/** Reads what `writeSplitLock` made. Throws FormatError `engine/bad-split-lock`. */
export function readSplitLock(text: string): SplitLock {
  const value: unknown = parsed(text)
  if (!isRecord(value) || value.version !== 1) throw badLock('it is no split lock of version 1')
  const { frozen = [], files, texts } = value
  if (!Array.isArray(frozen)) throw badLock('"frozen" is no list of splits')
  return {
    version: 1,
    frozen: frozen.map(String),
    files: fingerprints('files', files),
    texts: fingerprints('texts', texts),
  }
}

/** The lock as JSON, sorted, so that versions can be compared line by line. */
export function writeSplitLock({ version, frozen, files, texts }: SplitLock): string {
  const sorted = (map: ReadonlyMap<string, string>) =>
    Object.fromEntries([...map].sort(([a], [b]) => (a < b ? -1 : 1)))
  const value = { version, frozen, files: sorted(files), texts: sorted(texts) }
  return `${JSON.stringify(value, null, 2)}\n`
}

function fingerprints(name: string, value: unknown): ReadonlyMap<string, string> {
  if (!isRecord(value)) throw badLock(`"${name}" is no object`)
  return new Map(
    Object.entries(value).map(([key, split]) => {
      if (!/^[\da-f]{14}$/.test(key) || typeof split !== 'string') {
        throw badLock(`"${name}" holds "${key}", which is no fingerprint with a split`)
      }
      return [key, split]
    }),
  )
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw badLock('it is not JSON', cause)
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function badLock(why: string, cause?: unknown): FormatError {
  const message = `The split lock cannot be used: ${why}.`
  return new FormatError({ severity: 'error', code: 'engine/bad-split-lock', message }, { cause })
}

import { FormatError } from '@labelport/format'
import { readSignature } from '../near/signature-text.ts'
import { isFingerprint } from './hash.ts'

/** Where documents were put for good. */
export interface SplitLock {
  readonly version: 1
  /** Splits that get no new documents, such as a test set that results are compared on. */
  readonly frozen: readonly string[]
  /** The split of each file and text, by fingerprint. */
  readonly files: ReadonlyMap<string, string>
  readonly texts: ReadonlyMap<string, string>
  /** The split of each signature, when near-duplicates were kept together. */
  readonly signatures: ReadonlyMap<string, string>
}

/** A lock that holds nothing. */
export const emptySplitLock: SplitLock = {
  version: 1,
  frozen: [],
  files: new Map(),
  texts: new Map(),
  signatures: new Map(),
}

/** Reads what `writeSplitLock` made. Throws FormatError `engine/bad-split-lock`. */
export function readSplitLock(text: string): SplitLock {
  const value: unknown = parsed(text)
  if (!isRecord(value) || value.version !== 1) throw badLock('it is no split lock of version 1')
  const { frozen = [], files, texts, signatures = {} } = value
  if (!Array.isArray(frozen)) throw badLock('"frozen" is no list of splits')
  return {
    version: 1,
    frozen: frozen.map(String),
    files: splitsByKey('files', files, isFingerprint),
    texts: splitsByKey('texts', texts, isFingerprint),
    signatures: splitsByKey('signatures', signatures, isSignature),
  }
}

/** The lock as JSON, sorted, so that versions can be compared line by line. */
export function writeSplitLock(lock: SplitLock): string {
  const { version, frozen, files, texts, signatures } = lock
  const sorted = (map: ReadonlyMap<string, string>) =>
    Object.fromEntries([...map].sort(([a], [b]) => (a < b ? -1 : 1)))
  const value = {
    version,
    frozen,
    files: sorted(files),
    texts: sorted(texts),
    ...(signatures.size === 0 ? {} : { signatures: sorted(signatures) }),
  }
  return `${JSON.stringify(value, null, 2)}\n`
}

const isSignature = (key: string): boolean => readSignature(key) !== undefined

function splitsByKey(
  name: string,
  value: unknown,
  isKey: (key: string) => boolean,
): ReadonlyMap<string, string> {
  if (!isRecord(value)) throw badLock(`"${name}" is no object`)
  return new Map(
    Object.entries(value).map(([key, split]) => {
      if (!isKey(key) || typeof split !== 'string') {
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

import { FormatError } from '@labelport/format'

/** The error of a file or folder that cannot be read. */
export function cannotRead(path: string, why: string, cause?: unknown): FormatError {
  const message = `"${path}" cannot be read: ${why}.`
  return new FormatError(
    { severity: 'error', code: 'node/cannot-read', message, place: { path } },
    { cause },
  )
}

/** The error of a file or folder that cannot be written. */
export function cannotWrite(path: string, why: string, cause?: unknown): FormatError {
  const message = `"${path}" cannot be written: ${why}.`
  return new FormatError(
    { severity: 'error', code: 'node/cannot-write', message, place: { path } },
    { cause },
  )
}

/** What an error of the system says, without the path it repeats. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

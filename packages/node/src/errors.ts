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
function cannotWrite(path: string, why: string, cause?: unknown): FormatError {
  const message = `"${path}" cannot be written: ${why}.`
  return new FormatError(
    { severity: 'error', code: 'node/cannot-write', message, place: { path } },
    { cause },
  )
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** Does something with a file; what goes wrong becomes `node/cannot-read`. */
export function reading<T>(path: string, act: () => T): T {
  try {
    return act()
  } catch (cause) {
    throw cannotRead(path, reasonOf(cause), cause)
  }
}

/** Does something with an output; what goes wrong becomes `node/cannot-write`. */
export function writing<T>(path: string, act: () => T): T {
  try {
    return act()
  } catch (cause) {
    throw cannotWrite(path, reasonOf(cause), cause)
  }
}

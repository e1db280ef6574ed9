import { type Diagnostic, FormatError } from '@labelport/format'

/** Why an entry or an archive is not read. */
export interface Refusal {
  readonly code: `archive/${string}`
  readonly message: string
}

/** A refusal as a diagnostic about a file. */
export function refused(path: string, { code, message }: Refusal): Diagnostic {
  return { severity: 'error', code, message, place: { path } }
}

/** A refusal as an error about a file. */
export function refusalError(path: string, refusal: Refusal, cause?: unknown): FormatError {
  return new FormatError(refused(path, refusal), cause === undefined ? undefined : { cause })
}

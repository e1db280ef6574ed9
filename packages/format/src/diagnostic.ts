/** Where something was found. */
export interface Place {
  /** The file, relative to the root of the export, with forward slashes. */
  readonly path: string
  /** From 1. */
  readonly line?: number
  /** From 1, in UTF-16 code units. */
  readonly column?: number
  /** JSON Pointer (RFC 6901) into the file. */
  readonly pointer?: string
  /** From 0, in bytes. */
  readonly byte?: number
}

/** Something worth telling the person who runs a conversion. Plain data, safe to serialize. */
export interface Diagnostic {
  /** `error`: something of the source could not be used. */
  readonly severity: 'error' | 'warning' | 'info'
  /** `format-id/what-happened`; stable, documented, tested. */
  readonly code: `${string}/${string}`
  /** Says what was found and what was expected. */
  readonly message: string
  readonly place?: Place
}

/** Receives diagnostics. */
export type Report = (diagnostic: Diagnostic) => void

const mark = Symbol.for('labelport.FormatError')

/** Thrown when reading or writing cannot go on. Carries the diagnostic that says why. */
export class FormatError extends Error {
  override readonly name = 'FormatError'
  readonly diagnostic: Diagnostic
  readonly [mark] = true

  constructor(diagnostic: Diagnostic, options?: ErrorOptions) {
    super(diagnostic.message, options)
    this.diagnostic = diagnostic
  }

  /** Recognizes the error also when it comes from another copy of this package. */
  static is(value: unknown): value is FormatError {
    return typeof value === 'object' && value !== null && mark in value
  }
}

/** One line for people: `code path:line:column message`. */
export function describeDiagnostic({ code, message, place }: Diagnostic): string {
  if (place === undefined) return `${code}: ${message}`
  const line = place.line === undefined ? '' : `:${place.line}`
  const column = place.column === undefined ? '' : `:${place.column}`
  const pointer = place.pointer === undefined ? '' : `#${place.pointer}`
  return `${code}: ${place.path}${line}${column}${pointer}: ${message}`
}

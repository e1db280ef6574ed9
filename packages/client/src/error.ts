import type { Redactor } from './redact.ts'

/** What can go wrong. Stable: programs may switch on it. */
export type ClientErrorCode =
  | 'client/bad-base-url'
  | 'client/insecure-base-url'
  | 'client/bad-state'
  | 'client/bad-input'
  | 'client/credentials-refused'
  | 'client/token-unavailable'
  | 'client/unauthorized'
  | 'client/graphql-error'
  | 'client/unknown-field'
  | 'client/method-unknown'
  | 'client/not-graphql'
  | 'client/http-status'
  | 'client/unreachable'
  | 'client/outcome-unknown'
  | 'client/no-file-url'
  | 'client/export-failed'
  | 'client/export-lost'
  | 'client/wait-limit'
  | 'client/file-missing'
  | 'client/file-refused'
  | 'client/signature-refused'
  | 'client/file-expired'
  | 'client/download-interrupted'
  | 'client/file-changing'
  | 'client/not-the-file'
  | 'client/target-failed'
  | 'client/verify-failed'
  | 'client/no-call'
  | 'client/object-missing'
  | 'client/tag-unknown'
  | 'client/creation-failed'

/** What an error says. */
export interface Failure {
  readonly code: ClientErrorCode
  readonly message: string
  /** The GraphQL operation. Absent when none was under way. */
  readonly operation?: string
  /** Absent before the server named the export. */
  readonly exportId?: string
  /** Whether trying the same again, or resuming, may help and cannot do harm. */
  readonly retryable: boolean
  readonly cause?: unknown
}

const mark = Symbol.for('labelport.ClientError')

/** Thrown by every function of the client, except that an aborted signal throws its own reason. */
export class ClientError extends Error {
  override readonly name = 'ClientError'
  readonly code: ClientErrorCode
  readonly operation: string | undefined
  readonly exportId: string | undefined
  readonly retryable: boolean
  readonly [mark] = true

  constructor({ code, message, operation, exportId, retryable, cause }: Failure) {
    super(message, cause === undefined ? undefined : { cause })
    this.code = code
    this.operation = operation
    this.exportId = exportId
    this.retryable = retryable
  }

  /** Recognizes the error also when it comes from another copy of this package. */
  static is(value: unknown): value is ClientError {
    return typeof value === 'object' && value !== null && mark in value
  }

  /** Everything but the cause and the stack. */
  toJSON(): Omit<Failure, 'cause'> & { readonly name: string } {
    const { name, code, message, retryable, operation, exportId } = this
    return {
      name,
      code,
      message,
      retryable,
      ...(operation === undefined ? {} : { operation }),
      ...(exportId === undefined ? {} : { exportId }),
    }
  }
}

/** Makes errors without secrets. Nothing else in the client makes them. */
export type Fail = (failure: Failure) => ClientError

/** Errors whose message and causes are redacted. */
export function failWith(redactor: Redactor): Fail {
  return (failure) =>
    new ClientError({
      ...failure,
      message: redactor.redact(failure.message),
      ...(failure.cause === undefined ? {} : { cause: cleanCause(failure.cause, redactor, 0) }),
    })
}

/** A copy: foreign errors carry links in messages, stacks and own properties. */
function cleanCause(cause: unknown, redactor: Redactor, depth: number): unknown {
  if (ClientError.is(cause)) return cause
  if (!(cause instanceof Error)) return redactor.redact(String(cause))
  const clean = new Error(redactor.redact(cause.message))
  clean.name = cause.name
  clean.stack = redactor.redact(cause.stack ?? '')
  const code = codeOf(cause)
  if (code !== undefined) Object.assign(clean, { code })
  if (cause.cause !== undefined && depth < 4) {
    clean.cause = cleanCause(cause.cause, redactor, depth + 1)
  }
  return clean
}

/** The system's code of an error, such as ECONNREFUSED; undefined when it has none. */
export function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}

import { type Diagnostic, FormatError } from '@labelport/format'

/** What a thread sends back. */
export type Answer<Value, Result> =
  | { readonly type: 'value'; readonly value: Value }
  | { readonly type: 'done'; readonly result: Result }
  | { readonly type: 'failed'; readonly failure: Failure }

/** An error on its way between threads, where classes and their fields are lost. */
export interface Failure {
  readonly name: string
  readonly message: string
  readonly stack?: string
  /** Of a FormatError. */
  readonly diagnostic?: Diagnostic
}

/** Takes an error apart. */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error) }
  const { name, message, stack } = error
  return {
    name,
    message,
    ...(stack === undefined ? {} : { stack }),
    ...(FormatError.is(error) ? { diagnostic: error.diagnostic } : {}),
  }
}

/** Puts an error together again: a FormatError, or an Error of the same name. */
export function revivedError({ name, message, stack, diagnostic }: Failure): Error {
  const error =
    diagnostic === undefined
      ? Object.assign(new Error(message), { name })
      : new FormatError(diagnostic)
  if (stack !== undefined) error.stack = stack
  return error
}

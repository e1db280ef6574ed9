import { retryAfterMs } from './backoff.ts'
import type { ClientErrorCode } from './error.ts'

/** What an answer of the GraphQL endpoint means. */
export type Answer =
  | { readonly type: 'data'; readonly data: object }
  /** The token was not accepted, so nothing was executed. */
  | { readonly type: 'unauthorized' }
  /** Not executed; may be asked again after a pause. */
  | { readonly type: 'busy'; readonly found: string; readonly pauseMs?: number | undefined }
  /** Whether it was executed is not known. */
  | { readonly type: 'lost'; readonly found: string; readonly pauseMs?: number | undefined }
  | { readonly type: 'refused'; readonly code: ClientErrorCode; readonly message: string }

/** Reads an answer. Data beside errors is no data. */
export function readAnswer(response: Response, text: string, now: number): Answer {
  const { status } = response
  if (status === 401) return { type: 'unauthorized' }
  const body = parse(text)
  const errors = body === undefined ? [] : errorsOf(body)
  if (errors.some(isAuthenticationError)) return { type: 'unauthorized' }
  const pauseMs = retryAfterMs(response.headers, now)
  const found = `HTTP ${status}`
  if (status === 429) return { type: 'busy', found, pauseMs }
  if (status === 503 && pauseMs !== undefined) return { type: 'busy', found, pauseMs }
  if (errors.length > 0) {
    return { type: 'refused', ...refusalOf(errors) }
  }
  if (status >= 500 || status === 408) return { type: 'lost', found, pauseMs }
  if (status >= 400) {
    const message = `The server answers HTTP ${status}${excerpt(text)}.`
    return { type: 'refused', code: 'client/http-status', message }
  }
  const data: unknown = body === undefined ? undefined : Reflect.get(body, 'data')
  if (response.ok && typeof data === 'object' && data !== null) return { type: 'data', data }
  if (response.ok && text.trimStart().startsWith('{') && body === undefined) {
    return { type: 'lost', found: 'an answer that was cut off' }
  }
  const message = `This is not a GraphQL endpoint: expected JSON with data, found HTTP ${status}${excerpt(text)}.`
  return { type: 'refused', code: 'client/not-graphql', message }
}

function parse(text: string): object | undefined {
  try {
    const body: unknown = JSON.parse(text)
    return typeof body === 'object' && body !== null ? body : undefined
  } catch {
    return undefined
  }
}

function errorsOf(body: object): readonly object[] {
  const errors: unknown = Reflect.get(body, 'errors')
  if (!Array.isArray(errors)) return []
  return errors.filter((error): error is object => typeof error === 'object' && error !== null)
}

function isAuthenticationError(error: object): boolean {
  const extensions: unknown = Reflect.get(error, 'extensions')
  if (typeof extensions !== 'object' || extensions === null) return false
  return (
    Reflect.get(extensions, 'type') === 'AuthenticationError' ||
    Reflect.get(extensions, 'code') === 'UNAUTHENTICATED'
  )
}

/** What older servers say of what they do not know. */
const older = [
  [/does not exist in "GqlExportMethod" enum|at "input\.method"/, 'client/method-unknown'],
  [/externalObjectStorageParameter" is not defined/, 'client/method-unknown'],
  [/Cannot query field "|Field "[^"]*" is not defined by type/, 'client/unknown-field'],
] as const satisfies readonly (readonly [RegExp, ClientErrorCode])[]

const advice = {
  'client/method-unknown': 'The server is too old for this way of delivery. ',
  'client/unknown-field': 'The server does not know a field that was asked for. ',
  'client/graphql-error': '',
} as const satisfies Partial<Record<ClientErrorCode, string>>

function refusalOf(errors: readonly object[]): { code: ClientErrorCode; message: string } {
  const all = errors.map((error) => String(Reflect.get(error, 'message'))).join('\n')
  const code = older.find(([pattern]) => pattern.test(all))?.[1] ?? 'client/graphql-error'
  return { code, message: `${advice[code]}${messageOf(errors)}` }
}

/** The first messages; servers quote variables in them, which may hold secrets. */
function messageOf(errors: readonly object[]): string {
  const messages = errors.slice(0, 3).map((error) => {
    const message: unknown = Reflect.get(error, 'message')
    return typeof message === 'string' && message !== '' ? message : 'no message'
  })
  const text = messages
    .join(' | ')
    .replace(/ got invalid value [\s\S]*?(?=; | at "|$)/g, ' got an invalid value')
  return `The server refuses: ${text.slice(0, 1_000)}`
}

function excerpt(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim().slice(0, 120)
  return line === '' ? ' with an empty body' : `, beginning with ${JSON.stringify(line)}`
}

import { type Answer, readAnswer } from './answer.ts'
import { backoff, retryPauses } from './backoff.ts'
import type { ClientError, ClientErrorCode } from './error.ts'
import { exchange, Interruption } from './exchange.ts'
import type { Operation } from './operation.ts'
import { type EncodedRequest, encodeRequest } from './request-body.ts'
import type { Session } from './session.ts'

/** A GraphQL operation with its variables. */
export interface Call<Result, Variables> {
  readonly document: Operation<Result, Variables>
  readonly variables: Variables
  /** False for queries with a side effect: they are not sent again when the first may have arrived. */
  readonly repeatable: boolean
  readonly exportId?: string
  readonly signal?: AbortSignal | undefined
}

const largestAnswer = 16_777_216

/** Executes an operation. Throws ClientError; the error never holds the variables. */
export async function call<Result, Variables>(
  session: Session,
  { document, variables, repeatable, exportId, signal }: Call<Result, Variables>,
): Promise<Result> {
  const query = document.toString().trim()
  const named = /^\s*(?:query|mutation)\s+(\w+)/m.exec(query)?.[1]
  const operation = named ?? 'request'
  const names = named === undefined ? {} : { operationName: named }
  const body = encodeRequest({ ...names, query, variables })
  const fail = (
    code: ClientErrorCode,
    message: string,
    retryable = false,
    cause?: unknown,
  ): ClientError =>
    session.fail({
      code,
      message: `${operation}: ${message}`,
      operation,
      retryable,
      cause,
      ...(exportId === undefined ? {} : { exportId }),
    })

  const pause = backoff(retryPauses, session.random)
  let refusals = 0
  let attempt = 1
  for (;;) {
    const token = await session.tokens.get(signal)
    const answer = await post(session, body, token, signal)
    if (answer.type === 'data') {
      // The server's schema is the client's; the operations check what they use.
      return answer.data as Result
    }
    if (answer.type === 'refused') throw fail(answer.code, answer.message)
    if (answer.type === 'unauthorized') {
      session.tokens.drop(token)
      refusals += 1
      if (refusals > 1) {
        throw fail(
          'client/unauthorized',
          'a new access token is refused as well. Were the credentials replaced?',
        )
      }
      continue
    }
    if (answer.type === 'lost' && !repeatable) {
      const message = `the request was sent, but its answer is lost (${answer.found}). The export may be running; look for it before asking again.`
      throw fail('client/outcome-unknown', message, false, answer.cause)
    }
    if (attempt >= session.limits.attempts) {
      const message = `no answer after ${attempt} tries, last: ${answer.found}`
      throw fail('client/unreachable', message, true, answer.cause)
    }
    attempt += 1
    await session.clock.sleep(answer.pauseMs ?? pause(), signal)
  }
}

type Outcome = Answer & { readonly cause?: unknown }

async function post(
  session: Session,
  body: EncodedRequest,
  token: string,
  signal: AbortSignal | undefined,
): Promise<Outcome> {
  const { baseUrl, clock, limits } = session
  const headers = {
    ...body.headers,
    authorization: `Bearer ${token}`,
    accept: 'application/json',
  }
  try {
    // A redirect would be a login page, and must not carry the request elsewhere.
    const init = { method: 'POST', headers, body: body.body, redirect: 'manual' } as const
    const { idleMs } = limits
    const answerMs = body.hasFiles ? limits.uploadMs : limits.answerMs
    const { response, text } = await exchange(session, `${baseUrl}/graphql`, init, {
      answerMs,
      signal,
    })
    return readAnswer(response, await text(largestAnswer, idleMs), clock.now())
  } catch (cause) {
    if (!(cause instanceof Interruption)) throw cause
    return { type: cause.sent ? 'lost' : 'busy', found: cause.message, cause }
  }
}

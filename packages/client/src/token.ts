import { backoff, retryAfterMs, retryPauses } from './backoff.ts'
import { exchange, Interruption } from './exchange.ts'
import type { Session } from './session.ts'

/** The access token of one pair of credentials. */
export interface Tokens {
  /** A token that is not about to expire. Callers that come together share one request. */
  get(signal?: AbortSignal): Promise<string>
  /** Forgets a token that the server refused; a newer one stays. */
  drop(token: string): void
}

/** Who asks. */
export interface Credentials {
  readonly clientId: string
  readonly clientSecret: string
}

/** Where the answer does not say how long a token lives. */
const usualLifeSeconds = 3_600
/** However short a life the server tells: without this, every call would ask for a token of its own. */
const leastUseMs = 30_000

/** Asks for tokens by client credentials in the body (RFC 6749, 4.4). */
export function createTokens(session: Omit<Session, 'tokens'>, credentials: Credentials): Tokens {
  let held: { readonly token: string; readonly until: number } | undefined
  let asking: Promise<string> | undefined
  const ask = async (): Promise<string> => {
    const { token, lifeSeconds } = await requestToken(session, credentials)
    session.redactor.learn(token)
    const margin = Math.max(60, lifeSeconds * 0.1)
    const useMs = Math.max((lifeSeconds - margin) * 1_000, leastUseMs)
    held = { token, until: session.clock.now() + useMs }
    return token
  }
  return {
    async get(signal) {
      signal?.throwIfAborted()
      if (held !== undefined && session.clock.now() < held.until) return held.token
      asking ??= ask().finally(() => {
        asking = undefined
      })
      // One caller giving up must not take the token away from the others.
      return unlessAborted(asking, signal)
    },
    drop(token) {
      if (held?.token === token) held = undefined
    },
  }
}

interface Granted {
  readonly token: string
  readonly lifeSeconds: number
}

async function requestToken(
  session: Omit<Session, 'tokens'>,
  { clientId, clientSecret }: Credentials,
): Promise<Granted> {
  const { clock, limits, random, fail, baseUrl } = session
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret,
  }).toString()
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    accept: 'application/json',
  }
  const pause = backoff(retryPauses, random)
  let found = ''
  let cause: unknown
  for (let attempt = 1; attempt <= limits.attempts; attempt += 1) {
    let askedMs: number | undefined
    try {
      const init = { method: 'POST', headers, body, redirect: 'manual' } as const
      const { response, text } = await exchange(session, `${baseUrl}/api/oauth/token`, init, limits)
      const answer = parseJson(await text(65_536, limits.idleMs))
      const granted = response.ok ? readGrant(answer) : undefined
      if (granted !== undefined) return granted
      if (response.status === 400 || response.status === 401 || response.status === 403) {
        const word = readWord(answer, 'error') ?? 'no reason given'
        const message = `The server refuses the client credentials (HTTP ${response.status}, ${word}).`
        throw fail({ code: 'client/credentials-refused', message, retryable: false })
      }
      found = `HTTP ${response.status} without a token`
      askedMs = retryAfterMs(response.headers, clock.now())
    } catch (failure) {
      if (!(failure instanceof Interruption)) throw failure
      found = failure.message
      cause = failure
    }
    if (attempt < limits.attempts) await clock.sleep(askedMs ?? pause())
  }
  const message = `No access token after ${limits.attempts} tries; expected JSON with access_token, found: ${found}`
  throw fail({ code: 'client/token-unavailable', message, retryable: true, cause })
}

function readGrant(answer: unknown): Granted | undefined {
  const token = readWord(answer, 'access_token')
  if (token === undefined || token === '') return undefined
  const life = Number(readWord(answer, 'expires_in') ?? usualLifeSeconds)
  return { token, lifeSeconds: Number.isFinite(life) && life > 0 ? life : usualLifeSeconds }
}

function readWord(answer: unknown, key: string): string | undefined {
  if (typeof answer !== 'object' || answer === null) return undefined
  const value: unknown = Reflect.get(answer, key)
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

async function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return promise
  let stop = (): void => {}
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason)
    signal.addEventListener('abort', stop, { once: true })
  })
  try {
    return await Promise.race([promise, aborted])
  } finally {
    signal.removeEventListener('abort', stop)
  }
}

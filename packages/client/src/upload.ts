import { backoff, retryAfterMs, retryPauses } from './backoff.ts'
import { exchange, Interruption } from './exchange.ts'
import type { Session } from './session.ts'
import type { NamedFile } from './uploading.ts'

/** Uploads a file; an upload that is never used does no harm, so it is tried again after any trouble. */
export async function uploadFile(
  session: Session,
  url: string,
  { name, content }: NamedFile,
  signal: AbortSignal | undefined,
): Promise<string> {
  const { clock, limits, random, fail, tokens } = session
  const pause = backoff(retryPauses, random)
  let found = ''
  let cause: unknown
  let refusals = 0
  for (let attempt = 1; attempt <= limits.attempts; attempt += 1) {
    const token = await tokens.get(signal)
    let askedMs: number | undefined
    try {
      const body = new FormData()
      body.append('file', content, name)
      const headers = { authorization: `Bearer ${token}`, accept: 'application/json' }
      const init = { method: 'POST', headers, body, redirect: 'manual' } as const
      const wait = { answerMs: limits.uploadMs, signal }
      const { response, text } = await exchange(session, url, init, wait)
      const objectKey = keyIn(await text(65_536, limits.idleMs))
      if (response.ok && objectKey !== undefined) return objectKey
      found = `HTTP ${response.status} without an objectKey`
      askedMs = retryAfterMs(response.headers, clock.now())
      if (response.status === 401 && refusals === 0) {
        refusals += 1
        tokens.drop(token)
        continue
      }
      const passing = response.status === 429 || response.status === 408 || response.status >= 500
      if (!passing) break
    } catch (failure) {
      if (!(failure instanceof Interruption)) throw failure
      found = failure.message
      cause = failure
    }
    if (attempt < limits.attempts) await clock.sleep(askedMs ?? pause(), signal)
  }
  const message = `The upload of "${name}" is refused: expected JSON with objectKey, found: ${found}`
  throw fail({ code: 'client/http-status', message, retryable: true, cause })
}

function keyIn(text: string): string | undefined {
  try {
    const key: unknown = Reflect.get(Object(JSON.parse(text)), 'objectKey')
    return typeof key === 'string' && key !== '' ? key : undefined
  } catch {
    return undefined
  }
}

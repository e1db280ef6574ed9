import { createHmac } from 'node:crypto'
import { request } from 'node:http'

/** A call to a webhook as it goes over the wire. */
export interface HookCall {
  readonly method: 'PUT' | 'POST'
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** How often a call that is not answered with success is made again. Nobody knows what the service does. */
export interface HookRetries {
  readonly times: number
  readonly pauseMs: number
}

/** A signed call. */
export function hookCall(url: string, secret: string, payload: object): HookCall {
  const body = JSON.stringify(payload)
  return {
    method: 'PUT',
    url,
    body,
    headers: {
      'content-type': 'application/json',
      'user-agent': 'Datasaur',
      'x-datasaur-signature': createHmac('sha256', secret).update(body).digest('hex'),
    },
  }
}

/** Makes a call until it succeeds or its tries are over, and gives the statuses; 0 is no answer. */
export async function sendHook(call: HookCall, retries: HookRetries): Promise<readonly number[]> {
  const statuses: number[] = []
  for (let attempt = 0; attempt <= retries.times; attempt += 1) {
    if (attempt > 0) await new Promise((resolve) => setTimeout(resolve, retries.pauseMs))
    const status = await sendOnce(call)
    statuses.push(status)
    if (status >= 200 && status < 300) break
  }
  return statuses
}

/** Throws RangeError for an address of another machine: an emulator calls nobody else. */
export function checkHookUrl(url: string): void {
  const { protocol, hostname } = new URL(url)
  if (protocol === 'http:' && /^(127\.\d+\.\d+\.\d+|localhost|\[::1\])$/.test(hostname)) return
  throw new RangeError(`The emulator calls webhooks on this machine only, not ${hostname}.`)
}

const answerMs = 5_000

function sendOnce({ method, url, headers, body }: HookCall): Promise<number> {
  return new Promise((resolve) => {
    const length = String(Buffer.byteLength(body))
    const sent = request(url, { method, headers: { ...headers, 'content-length': length } })
    sent.setTimeout(answerMs, () => sent.destroy())
    sent.once('response', (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
    sent.once('error', () => resolve(0))
    sent.end(body)
  })
}

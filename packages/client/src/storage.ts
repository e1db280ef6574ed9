import { retryAfterMs } from './backoff.ts'
import { type Exchange, exchange, Interruption } from './exchange.ts'
import { expiryOf } from './link.ts'
import type { LinkedExport } from './requested-export.ts'
import type { Session } from './session.ts'

/** Why the storage does not give the file. */
export interface Trouble {
  readonly type: 'trouble'
  readonly kind:
    | 'missing'
    | 'denied'
    | 'expired'
    | 'signature'
    | 'busy'
    | 'replaced'
    | 'range'
    | 'refused'
  /** Such as `HTTP 404 NoSuchKey`. */
  readonly found: string
  readonly pauseMs?: number | undefined
  /** The file's size that an answer 416 tells. */
  readonly total?: number | undefined
  readonly cause?: unknown
}

/** An answer that brings bytes; its exchange is open. */
export interface Served {
  readonly type: 'served'
  readonly exchange: Exchange
  readonly status: 200 | 206
}

const excerptBytes = 4_096

/** Fetches the file, or a range of it, without the client's token. */
export async function fetchFile(
  session: Session,
  requested: LinkedExport,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal | undefined,
): Promise<Served | Trouble> {
  const { clock, limits } = session
  const { answerMs, idleMs } = limits
  // Lengths speak of the stored bytes only when nothing is compressed on the way; fetch adds this to ranges itself.
  const plain: Record<string, string> = 'range' in headers ? {} : { 'accept-encoding': 'identity' }
  const init = {
    headers: { ...plain, ...headers },
    referrerPolicy: 'no-referrer',
    // Only the host of a link from outside was looked at, so it must not lead to others.
    redirect: requested.outside ? 'manual' : 'follow',
  } as const
  try {
    const answered = await exchange(session, requested.fileUrl, init, { answerMs, signal })
    const { response } = answered
    if (response.status === 200 || response.status === 206) {
      return { type: 'served', exchange: answered, status: response.status }
    }
    const body = await answered.text(excerptBytes, idleMs)
    return readTrouble(response, body, requested, clock.now())
  } catch (cause) {
    if (!(cause instanceof Interruption)) throw cause
    return { type: 'trouble', kind: 'busy', found: cause.message, cause }
  }
}

function readTrouble(
  { status, headers }: Response,
  body: string,
  requested: LinkedExport,
  now: number,
): Trouble {
  const code = errorCode(body)
  const found = `HTTP ${status}${code === undefined ? '' : ` ${code}`}`
  const trouble = (kind: Trouble['kind']): Trouble => ({ type: 'trouble', kind, found })
  if (status === 404) return trouble('missing')
  if (status === 412) return trouble('replaced')
  if (status === 416) return { ...trouble('range'), total: rangeTotal(headers) }
  if (status === 429 || status === 408 || status >= 500) {
    return { ...trouble('busy'), pauseMs: retryAfterMs(headers, now) }
  }
  if (status !== 400 && status !== 403) return trouble('refused')
  if (code === 'SignatureDoesNotMatch') return trouble('signature')
  if (code === 'ExpiredToken' || /Request has expired/i.test(body)) return trouble('expired')
  // The local clock may be wrong; the storage's own is in its answer.
  const serverNow = Date.parse(headers.get('date') ?? '')
  const expiry = expiryOf(requested)
  if (expiry !== undefined && (Number.isNaN(serverNow) ? now : serverNow) >= expiry) {
    return trouble('expired')
  }
  return trouble(status === 403 ? 'denied' : 'refused')
}

/** The `Code` of an S3-like error document; undefined when the body is none. */
export function errorCode(body: string): string | undefined {
  return /<Error>[\s\S]*?<Code>([A-Za-z]{1,60})<\/Code>/.exec(body)?.[1]
}

/** The total size a Content-Range header tells; undefined when it does not. */
export function rangeTotal(headers: Headers): number | undefined {
  const total = /\/(\d+)\s*$/.exec(headers.get('content-range') ?? '')?.[1]
  return total === undefined ? undefined : Number(total)
}

/** Where a partial answer starts; undefined when it does not tell. */
export function rangeStart(headers: Headers): number | undefined {
  const start = /^\s*bytes (\d+)-/.exec(headers.get('content-range') ?? '')?.[1]
  return start === undefined ? undefined : Number(start)
}

/** Whether what `fetch` hands out are the stored bytes and not decoded ones. */
export function isPlain(headers: Headers): boolean {
  const encoding = headers.get('content-encoding')?.trim().toLowerCase() ?? ''
  return encoding === '' || encoding === 'identity'
}

import { backoff, pollPauses } from './backoff.ts'
import type { ClientError, ClientErrorCode } from './error.ts'
import type { Exchange } from './exchange.ts'
import { isRewritten } from './link.ts'
import type { Step } from './options.ts'
import { withoutQuery } from './redact.ts'
import type { LinkedExport } from './requested-export.ts'
import type { Session } from './session.ts'
import { fetchFile, isPlain, rangeTotal, type Trouble } from './storage.ts'

/** A file that lies behind its link. */
export interface ReadyFile {
  readonly type: 'ready'
  /** In bytes. Absent when the storage does not tell it. */
  readonly total?: number
  readonly etag?: string
  /** Whether parts of the file can be asked for. */
  readonly ranges: boolean
  /** The whole file, already on its way, when the storage gave more than was asked for. */
  readonly whole?: Exchange
}

/** Waits until the file of a delivered export can be read, or its link has died. */
export async function awaitFile(
  session: Session,
  requested: LinkedExport,
  deliveredAt: number,
  { signal, onEvent }: Step,
): Promise<ReadyFile | { readonly type: 'expired' }> {
  const { clock, limits, random } = session
  const { exportId } = requested
  const fail = (
    code: ClientErrorCode,
    text: string,
    { found, cause }: Trouble,
    retryable = false,
  ): ClientError => {
    const message = `Export ${exportId}: ${text} (${found}, ${withoutQuery(requested.fileUrl)}).`
    return session.fail({ code, message, exportId, retryable, cause })
  }

  if (isRewritten(requested.fileUrl)) onEvent({ type: 'link-rewritten', exportId })
  const pause = backoff(pollPauses, random)
  const started = clock.now()
  let failures = 0
  let last: string | undefined
  for (;;) {
    const found = await probe(session, requested, signal)
    if (found.type === 'ready') return found
    let pauseMs = pause()
    switch (found.kind) {
      case 'expired':
        return { type: 'expired' }
      case 'missing':
        if (clock.now() - started >= limits.fileMs) {
          throw fail('client/file-missing', 'delivered, but its file does not appear', found, true)
        }
        failures = 0
        break
      case 'denied':
        // Some buckets say "access denied" for what is not there yet.
        if (clock.now() - deliveredAt >= limits.deniedMs) {
          throw fail('client/file-refused', 'the storage denies access to its file', found)
        }
        failures = 0
        break
      case 'busy':
        failures += 1
        if (failures >= limits.attempts) {
          throw fail('client/download-interrupted', 'the storage does not answer', found, true)
        }
        pauseMs = found.pauseMs ?? pauseMs
        break
      case 'signature':
        throw fail('client/signature-refused', signatureText(requested), found)
      case 'replaced':
      case 'range':
      case 'refused':
        throw fail('client/file-refused', 'the storage refuses its file', found)
      default:
        found.kind satisfies never
    }
    if (found.found !== last) onEvent({ type: 'file-awaited', exportId, found: found.found })
    last = found.found
    await clock.sleep(pauseMs, signal)
  }
}

/** What a refused signature means for the person who reads it. */
export function signatureText({ fileUrl }: LinkedExport): string {
  return isRewritten(fileUrl)
    ? 'the storage refuses the signature of its link: the standard fetch changes a character of it. Hand in a fetch that sends the link as it is'
    : 'the storage refuses the signature of its link'
}

/** Asks for the first byte: the size, and whether parts can be had, without moving the file. */
async function probe(
  session: Session,
  requested: LinkedExport,
  signal: AbortSignal | undefined,
): Promise<ReadyFile | Trouble> {
  const found = await fetchFile(session, requested, { range: 'bytes=0-0' }, signal)
  if (found.type === 'trouble') {
    const empty = found.kind === 'range' && found.total === 0
    return empty ? { type: 'ready', total: 0, ranges: true } : found
  }
  const { headers } = found.exchange.response
  const etag = headers.get('etag')
  const known = etag === null ? {} : { etag }
  if (found.status === 200) {
    const length = isPlain(headers) ? headers.get('content-length') : null
    const total = length === null ? {} : { total: Number(length) }
    return { type: 'ready', ranges: false, whole: found.exchange, ...known, ...total }
  }
  found.exchange.close()
  // A compressed file has another length than the bytes that fetch hands out, and no ranges of them.
  if (!isPlain(headers)) return { type: 'ready', ranges: false, ...known }
  const total = rangeTotal(headers)
  return { type: 'ready', ranges: true, ...known, ...(total === undefined ? {} : { total }) }
}

import type { ContentCheck } from './content-check.ts'
import { Interruption } from './exchange.ts'
import type { ReadyFile } from './probe.ts'
import type { LinkedExport } from './requested-export.ts'
import type { Session } from './session.ts'
import { fetchFile, isPlain, rangeStart, rangeTotal, type Served, type Trouble } from './storage.ts'

/** What came of one request for bytes. */
export type Transferred =
  /** Ended where the file ends, as far as the answer tells. */
  | { readonly type: 'ended' }
  | {
      readonly type: 'broken'
      readonly found: string
      readonly pauseMs?: number | undefined
      readonly cause?: unknown
    }
  /** What arrives is not what was asked for: from the first byte again. */
  | { readonly type: 'wrong'; readonly found: string }
  /** Another file lies there now: look again what it is. */
  | { readonly type: 'replaced'; readonly found: string }
  | Trouble

/** Where the bytes go. */
export interface Sink {
  /** Bytes that are there. */
  readonly have: () => number
  readonly write: (chunk: Uint8Array) => Promise<void>
  readonly restart: (reason: string) => Promise<void>
}

/** Asks once for the bytes that are missing and hands on what comes. */
export async function transfer(
  session: Session,
  requested: LinkedExport,
  file: ReadyFile,
  {
    sink,
    check,
    signal,
  }: {
    readonly sink: Sink
    readonly check: ContentCheck
    readonly signal: AbortSignal | undefined
  },
): Promise<Transferred> {
  if (!file.ranges && sink.have() > 0) await sink.restart('the storage gives no parts of the file')
  const from = sink.have()
  const served =
    file.whole === undefined
      ? await fetchFile(session, requested, headersFor(file, from), signal)
      : ({ type: 'served', status: 200, exchange: file.whole } as const)
  if (served.type === 'trouble') return readRefusal(served, from)
  try {
    const difference = compare(served, file, from)
    if (difference !== undefined) return difference
    if (served.status === 200 && from > 0) {
      await sink.restart('the storage ignores the range asked for')
    }
    check.start(sink.have())
    for await (const chunk of served.exchange.chunks(session.limits.idleMs)) {
      const have = sink.have() + chunk.length
      if (file.total !== undefined && have > file.total) {
        return { type: 'wrong', found: `more than the ${file.total} bytes announced` }
      }
      const wrong = check.add(chunk)
      if (wrong !== undefined) return { type: 'wrong', found: wrong }
      await sink.write(chunk)
      // The connection may stay open for long after the last byte.
      if (have === file.total) return { type: 'ended' }
    }
  } catch (cause) {
    if (!(cause instanceof Interruption)) throw cause
    return { type: 'broken', found: cause.message, cause }
  } finally {
    served.exchange.close()
  }
  if (file.total !== undefined && sink.have() < file.total) {
    return {
      type: 'broken',
      found: `The answer ended after ${sink.have()} of ${file.total} bytes.`,
    }
  }
  return { type: 'ended' }
}

function headersFor({ ranges, etag }: ReadyFile, from: number): Record<string, string> {
  // If-Match compares strongly: a weak tag would never match.
  const match: Record<string, string> =
    etag === undefined || etag.startsWith('W/') ? {} : { 'if-match': etag }
  return ranges ? { ...match, range: `bytes=${from}-` } : match
}

function readRefusal(trouble: Trouble, from: number): Transferred {
  if (trouble.kind === 'replaced') return { type: 'replaced', found: trouble.found }
  if (trouble.kind !== 'range') return trouble
  return trouble.total === from
    ? { type: 'ended' }
    : { type: 'replaced', found: `${trouble.found}, ${trouble.total ?? 'unknown'} bytes` }
}

/** What speaks against taking the bytes of an answer. */
function compare(
  { status, exchange }: Served,
  file: ReadyFile,
  from: number,
): Transferred | undefined {
  const { headers } = exchange.response
  const etag = headers.get('etag')
  if (file.etag !== undefined && etag !== null && etag !== file.etag) {
    return { type: 'replaced', found: 'another ETag' }
  }
  if (status === 200) {
    const length = isPlain(headers) ? headers.get('content-length') : null
    if (length === null || file.total === undefined || Number(length) === file.total)
      return undefined
    return { type: 'replaced', found: `${length} bytes instead of ${file.total}` }
  }
  const start = rangeStart(headers)
  const total = rangeTotal(headers)
  if (file.total !== undefined && total !== undefined && total !== file.total) {
    return { type: 'replaced', found: `${total} bytes instead of ${file.total}` }
  }
  if (start === from) return undefined
  return { type: 'wrong', found: `bytes from ${start ?? 'an unknown place'} instead of ${from}` }
}

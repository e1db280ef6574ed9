import type { ServerResponse } from 'node:http'

/** An answer as it goes over the wire, with everything that can be wrong with it. */
export interface Reply {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
  /** A body too large to hold, in place of `body`. */
  readonly stream?: { readonly length: number; readonly chunks: () => Iterable<Uint8Array> }
  /** How the end of the body is told. Absent means by Content-Length. */
  readonly framing?: 'chunked' | 'connection-close'
  /** A Content-Length other than the true one. */
  readonly announced?: number
  /** Only so many bytes of the body are sent. */
  readonly sent?: number
  /** What follows the last byte sent, or stands in place of the answer when no byte is. Absent means a proper end. */
  readonly ending?: 'cut' | 'reset' | 'silence'
}

/** An answer with a JSON body. */
export function jsonReply(value: unknown, status = 200, headers: Reply['headers'] = {}): Reply {
  return textReply(JSON.stringify(value), 'application/json; charset=utf-8', status, headers)
}

/** An answer with a text body. */
export function textReply(
  text: string,
  type: string,
  status = 200,
  headers: Reply['headers'] = {},
): Reply {
  return {
    status,
    headers: { 'content-type': type, ...headers },
    body: new TextEncoder().encode(text),
  }
}

/** A page where JSON is expected: a proxy's, or a login. */
export const pageReply: Reply = textReply(
  '<!doctype html><title>Sign in</title><p>Please sign in.</p>',
  'text/html; charset=utf-8',
)

/** A connection that ends where the answer should begin. */
export const resetReply: Reply = { status: 0, headers: {}, body: new Uint8Array(), ending: 'reset' }

/** Sends a reply, faults included. Resolves when there is nothing more to send. */
export async function send(reply: Reply, response: ServerResponse): Promise<void> {
  const { socket } = response
  if (reply.status === 0) {
    if (reply.ending === 'reset') socket?.resetAndDestroy()
    return
  }
  const faulty = reply.ending !== undefined || reply.announced !== undefined
  const close = faulty || reply.framing === 'connection-close'
  const length = reply.announced ?? reply.stream?.length ?? reply.body.length
  response.writeHead(reply.status, {
    ...reply.headers,
    ...(close ? { connection: 'close' } : {}),
    ...(reply.framing === undefined ? { 'content-length': String(length) } : {}),
    ...(reply.framing === 'chunked' ? { 'transfer-encoding': 'chunked' } : {}),
  })
  if (reply.stream !== undefined) {
    await sendStream(response, reply.stream.chunks(), reply.sent ?? reply.stream.length)
    if (!faulty) response.end()
  }
  const body = reply.sent === undefined ? reply.body : reply.body.subarray(0, reply.sent)
  if (!faulty) {
    if (reply.stream === undefined) response.end(body)
    return
  }
  response.flushHeaders()
  if (reply.stream === undefined) {
    await new Promise<void>((written) => {
      response.write(body, () => written())
    })
  }
  if (reply.ending === 'reset') socket?.resetAndDestroy()
  else if (reply.ending !== 'silence') socket?.end()
}

/** Sends so many bytes, no faster than they are taken. */
async function sendStream(
  response: ServerResponse,
  chunks: Iterable<Uint8Array>,
  bytes: number,
): Promise<void> {
  let left = bytes
  for (const chunk of chunks) {
    if (left <= 0 || response.destroyed) return
    const piece = chunk.subarray(0, left)
    left -= piece.length
    if (response.write(piece)) continue
    await new Promise<void>((resolve) => {
      const go = (): void => {
        response.off('drain', go)
        response.off('close', go)
        resolve()
      }
      response.once('drain', go)
      response.once('close', go)
    })
  }
}

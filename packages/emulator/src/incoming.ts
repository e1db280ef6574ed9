import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'

/** A request as it came. */
export interface Incoming {
  readonly method: string
  /** Path and query, byte for byte. */
  readonly target: string
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

const largestBody = 1_048_576

/** Reads a request to its end. Throws RangeError when the body is larger than a mebibyte. */
export async function readRequest(message: IncomingMessage): Promise<Incoming> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of message) {
    const bytes = Buffer.from(chunk)
    length += bytes.length
    if (length > largestBody) throw new RangeError('The body is larger than a mebibyte.')
    chunks.push(bytes)
  }
  const target = message.url ?? '/'
  const body = Buffer.concat(chunks).toString('utf8')
  const [path = '/'] = target.split('?')
  return { method: message.method ?? 'GET', target, path, headers: message.headers, body }
}

import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'

/** A request as it came. */
export interface Incoming {
  readonly method: string
  /** Path and query, byte for byte. */
  readonly target: string
  readonly path: string
  readonly headers: IncomingHttpHeaders
  /** As text. */
  readonly body: string
  readonly bytes: Uint8Array
}

/** What self-hosted servers take. */
const largestBody = 131_072_000

/** Reads a request to its end. Throws RangeError when the body is larger than 125 MiB. */
export async function readRequest(message: IncomingMessage): Promise<Incoming> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of message) {
    const bytes = Buffer.from(chunk)
    length += bytes.length
    if (length > largestBody) throw new RangeError('The body is larger than 125 MiB.')
    chunks.push(bytes)
  }
  const target = message.url ?? '/'
  const whole = Buffer.concat(chunks)
  const body = whole.toString('utf8')
  const [path = '/'] = target.split('?')
  return {
    method: message.method ?? 'GET',
    target,
    path,
    headers: message.headers,
    body,
    bytes: whole,
  }
}

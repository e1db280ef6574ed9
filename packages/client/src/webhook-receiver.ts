import { refusalOf } from './allowed-link.ts'
import { type OwnAddress, readWebhookCall, type WebhookCall } from './webhook-call.ts'
import { verifyWebhook } from './webhook-signature.ts'

/** A call that one export will make. */
export interface ExpectedCall {
  readonly webhook: OwnAddress
  /** Resolves when the call has come and is sound. */
  readonly arrived: Promise<WebhookCall>
  /** Stops expecting. One that has come is answered again when it is repeated; any other is unknown. */
  forget(): void
}

/** Answers the calls that exports make. */
export interface WebhookReceiver {
  /** Registers a call before its export is asked for: it may come before the answer. */
  expect(): ExpectedCall
  /** Answers a request. Fit for every server that speaks in web standard requests and responses. */
  handle(request: Request): Promise<Response>
}

/** Where the receiver is, and whom it believes. */
export interface ReceiverOptions {
  /** Under which the server reaches `handle`; every call adds one part to its path. */
  readonly url: string
  /** Hosts that files may be fetched from: `files.example.org`, or `.example.org` for all below. */
  readonly allowedHosts: readonly string[]
  /** Random bytes for names and secrets. Absent means those of WebCrypto. */
  readonly randomBytes?: (count: number) => Uint8Array
}

const largestBody = 65_536
/** Calls that have come are answered again when they are repeated; so many of them. */
const remembered = 1_000

/** A receiver without calls to expect. */
export function createWebhookReceiver(options: ReceiverOptions): WebhookReceiver {
  const { allowedHosts } = options
  const random = options.randomBytes ?? ((count) => crypto.getRandomValues(new Uint8Array(count)))
  const base = options.url.replace(/\/+$/, '')
  const expected = new Map<string, Expected>()
  const arrived = new Set<string>()
  const remember = (nonce: string): void => {
    arrived.add(nonce)
    if (arrived.size <= remembered) return
    const [oldest = nonce] = arrived
    arrived.delete(oldest)
    expected.delete(oldest)
  }

  const answer = async (request: Request): Promise<Response> => {
    // The service calls with PUT; its event hooks and its documentation also know POST.
    if (request.method !== 'PUT' && request.method !== 'POST') return reply(405, 'PUT or POST')
    const nonce = new URL(request.url).pathname.split('/').at(-1) ?? ''
    const call = expected.get(nonce)
    if (call === undefined) return reply(404, 'nobody expects this call')
    const body = await readLimited(request)
    if (body === undefined) return reply(413, 'more than 64 KB')
    const signature = request.headers.get('x-datasaur-signature')
    if (!(await verifyWebhook(body, signature, call.secret))) return reply(401, 'wrong signature')
    const said = readWebhookCall(body)
    if (said === undefined) return reply(400, 'expected JSON with a fileUrl')
    const refusal = refusalOf(said.fileUrl, allowedHosts)
    if (refusal !== undefined) return reply(403, `the link is refused: ${refusal}`)
    // A repetition, and whatever else is signed with the secret of one export, is answered and not heeded.
    call.arrive(said)
    remember(nonce)
    return reply(200)
  }
  return {
    handle: answer,
    expect() {
      const nonce = hex(random(16))
      const secret = hex(random(32))
      let arrive: (call: WebhookCall) => void = () => {}
      const call = new Promise<WebhookCall>((resolve) => {
        arrive = resolve
      })
      expected.set(nonce, { secret, arrive })
      const forget = (): void => {
        if (!arrived.has(nonce)) expected.delete(nonce)
      }
      return { webhook: { url: `${base}/${nonce}`, secret }, arrived: call, forget }
    },
  }
}

interface Expected {
  readonly secret: string
  /** Only the first time counts. */
  readonly arrive: (call: WebhookCall) => void
}

/** The body; undefined when it is too large, however it is announced. */
async function readLimited(request: Request): Promise<Uint8Array | undefined> {
  if (Number(request.headers.get('content-length') ?? 0) > largestBody) return undefined
  const room = new Uint8Array(largestBody)
  const reader = request.body?.getReader()
  let length = 0
  while (reader !== undefined) {
    const { done, value } = await reader.read()
    if (done) break
    if (length + value.length > largestBody) {
      await reader.cancel()
      return undefined
    }
    room.set(value, length)
    length += value.length
  }
  return room.slice(0, length)
}

function reply(status: number, error?: string): Response {
  const body = JSON.stringify(error === undefined ? {} : { error })
  return new Response(body, { status, headers: { 'content-type': 'application/json' } })
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

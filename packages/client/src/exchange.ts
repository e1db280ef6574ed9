import { codeOf } from './error.ts'
import type { Surroundings } from './surroundings.ts'

/** One request and the answer to it. Must be closed, or read to its end, or left through an error. */
export interface Exchange {
  readonly response: Response
  /** The body piece by piece. Throws Interruption when it breaks off or is silent for too long. */
  chunks(idleMs: number): AsyncGenerator<Uint8Array>
  /** Up to `bytes` bytes of the body as text. Throws like `chunks`. */
  text(bytes: number, idleMs: number): Promise<string>
  /** Ends the exchange; what was not read is lost. */
  close(): void
}

/** A request or an answer that broke off. */
export class Interruption extends Error {
  override readonly name = 'Interruption'
  /** False when the request certainly did not reach the server. */
  readonly sent: boolean

  constructor(message: string, sent: boolean, cause?: unknown) {
    super(message, { cause })
    this.sent = sent
  }
}

/** Failures of connecting; nothing was sent yet. */
const connecting = new Set([
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
])

/** Sends a request and waits for the answer's head. Throws Interruption, or the signal's reason. */
export async function exchange(
  { fetch, clock }: Surroundings,
  url: string,
  init: RequestInit,
  { answerMs, signal }: { readonly answerMs: number; readonly signal?: AbortSignal | undefined },
): Promise<Exchange> {
  signal?.throwIfAborted()
  const controller = new AbortController()
  const abort = (): void => controller.abort(signal?.reason)
  signal?.addEventListener('abort', abort, { once: true })
  const close = (): void => {
    signal?.removeEventListener('abort', abort)
    controller.abort()
  }
  /** Waits for one step of the exchange, at most so long. */
  const within = async <T>(ms: number, step: () => Promise<T>): Promise<T> => {
    let silent = false
    const stop = clock.alarm(ms, () => {
      silent = true
      controller.abort()
    })
    try {
      return await step()
    } catch (cause) {
      close()
      signal?.throwIfAborted()
      if (silent) throw new Interruption(`Nothing arrived for ${ms / 1_000} s.`, true)
      const code = codeOf(cause) ?? codeOf(cause instanceof Error ? cause.cause : undefined)
      const sent = code === undefined || !connecting.has(code)
      throw new Interruption(`The connection failed${code ? ` (${code})` : ''}.`, sent, cause)
    } finally {
      stop()
    }
  }

  const response = await within(answerMs, () =>
    fetch(url, { ...init, cache: 'no-store', credentials: 'omit', signal: controller.signal }),
  )
  async function* chunks(idleMs: number): AsyncGenerator<Uint8Array> {
    const reader = response.body?.getReader()
    try {
      while (reader !== undefined) {
        const { done, value } = await within(idleMs, () => reader.read())
        if (done) return
        yield value
      }
    } finally {
      close()
    }
  }
  return {
    response,
    chunks,
    close,
    async text(bytes, idleMs) {
      const decoder = new TextDecoder()
      let text = ''
      let read = 0
      for await (const chunk of chunks(idleMs)) {
        text += decoder.decode(chunk, { stream: true })
        read += chunk.length
        if (read >= bytes) break
      }
      return text
    },
  }
}

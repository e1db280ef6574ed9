/** Where this program is called. */
export interface OwnAddress {
  readonly url: string
  /** What the server is to sign the call with. */
  readonly secret: string
}

/** What a webhook call says. */
export interface WebhookCall {
  /** Signed, and from outside: its host is an allowed one. */
  readonly fileUrl: string
  readonly projectId?: string
  readonly documentId?: string
}

/** Reads the body of a call; undefined when it is none. */
export function readWebhookCall(body: Uint8Array): WebhookCall | undefined {
  let json: unknown
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch {
    return undefined
  }
  if (typeof json !== 'object' || json === null) return undefined
  const fileUrl: unknown = Reflect.get(json, 'fileUrl')
  if (typeof fileUrl !== 'string' || fileUrl === '') return undefined
  const id = (name: 'projectId' | 'documentId') => {
    const value: unknown = Reflect.get(Object(json), name)
    return typeof value === 'string' || typeof value === 'number' ? { [name]: String(value) } : {}
  }
  return { fileUrl, ...id('projectId'), ...id('documentId') }
}

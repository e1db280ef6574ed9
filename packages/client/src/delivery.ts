import type { Fail } from './error.ts'
import type { ExpectedCall } from './webhook-receiver.ts'

/** The server keeps the file and the client downloads it. */
export interface FileStorage {
  readonly method?: 'FILE_STORAGE'
}

/** The server calls this program's own webhook with the link, and the client downloads the file. */
export interface OwnWebhook {
  readonly method: 'CUSTOM_WEBHOOK'
  /** From the receiver that answers the call. */
  readonly call: ExpectedCall
}

/** The server mails a link to the owner of the credentials. */
export interface Email {
  readonly method: 'EMAIL'
}

/** The server sends a link to somebody else's address. */
export interface Webhook {
  readonly method: 'CUSTOM_WEBHOOK'
  readonly url: string
  /** What the server signs the call with. Never stored. */
  readonly secret: string
}

/** The server puts the file into a storage that the team has registered. */
export interface ObjectStorage {
  readonly method: 'EXTERNAL_OBJECT_STORAGE'
  readonly externalObjectStorageId: string
  /** Before the object's name in the bucket. */
  readonly prefix?: string
  /** Asks for the object's size afterwards. Servers that do not name the object cannot be asked. */
  readonly prove?: boolean
}

/** Ways that end with the file here. */
export type Bringing = FileStorage | OwnWebhook
/** Ways that end with the file, or a link to it, elsewhere. */
export type Sending = Email | Webhook | ObjectStorage

/** A way of delivery as it may be stored: without what only this process or nobody may know. */
export type Delivery =
  | { readonly method: 'FILE_STORAGE' }
  | Email
  | { readonly method: 'CUSTOM_WEBHOOK'; readonly url: string }
  | ObjectStorage

/** The fields of a way of delivery as the server takes them; all of them, so that nothing else can be one. */
export interface DeliveryVariables {
  readonly method: Delivery['method']
  readonly url: string | undefined
  readonly secret: string | undefined
  readonly externalObjectStorageParameter:
    | { readonly externalObjectStorageId: string; readonly prefix: string | undefined }
    | undefined
}

/** What each method needs, and what it may have besides. */
const fieldsOf = {
  FILE_STORAGE: { needs: [], may: [] },
  EMAIL: { needs: [], may: [] },
  CUSTOM_WEBHOOK: { needs: ['url', 'secret'], may: [] },
  EXTERNAL_OBJECT_STORAGE: { needs: ['externalObjectStorageId'], may: ['prefix', 'prove'] },
} as const satisfies Record<Delivery['method'], object>

const everyField = ['url', 'secret', 'externalObjectStorageId', 'prefix', 'prove'] as const

type Given = { readonly [name in (typeof everyField)[number]]?: unknown } & {
  readonly method?: string | undefined
  readonly call?: ExpectedCall | undefined
}

/** A way of delivery, checked, apart from its secret. Throws ClientError `client/bad-input`. */
export function readDelivery(
  input: Given,
  fail: Fail,
): { readonly delivery: Delivery; readonly secret?: string; readonly call?: ExpectedCall } {
  const { method = 'FILE_STORAGE', call } = input
  const wrong = (message: string): Error =>
    fail({ code: 'client/bad-input', message, retryable: false })
  if (!isMethod(method)) {
    throw wrong(`The method is "${method}"; expected one of ${Object.keys(fieldsOf).join(', ')}.`)
  }
  const given: Given = method === 'CUSTOM_WEBHOOK' && call ? { ...call.webhook, call } : input
  const { needs, may }: { readonly needs: readonly string[]; readonly may: readonly string[] } =
    fieldsOf[method]
  for (const name of needs) {
    const value: unknown = Reflect.get(given, name)
    if (typeof value !== 'string' || value === '')
      throw wrong(`${method} needs the text "${name}".`)
  }
  const known = (name: string): boolean => needs.includes(name) || may.includes(name)
  for (const name of everyField) {
    if (Reflect.get(input, name) !== undefined && (call || !known(name))) {
      throw wrong(`${method}${call ? ' with a call' : ''} takes no "${name}".`)
    }
  }
  if (call !== undefined && method !== 'CUSTOM_WEBHOOK') throw wrong(`${method} takes no "call".`)
  const text = (name: (typeof everyField)[number]): string => String(given[name])
  switch (method) {
    case 'FILE_STORAGE':
    case 'EMAIL':
      return { delivery: { method } }
    case 'CUSTOM_WEBHOOK':
      return {
        delivery: { method, url: text('url') },
        secret: text('secret'),
        ...(call && { call }),
      }
    case 'EXTERNAL_OBJECT_STORAGE': {
      const externalObjectStorageId = text('externalObjectStorageId')
      const prefix = given.prefix === undefined ? {} : { prefix: text('prefix') }
      const prove = given.prove === true ? { prove: true } : {}
      return { delivery: { method, externalObjectStorageId, ...prefix, ...prove } }
    }
    default:
      return method satisfies never
  }
}

/** The variables of a way of delivery. */
export function deliveryVariables(
  delivery: Delivery,
  secret: string | undefined,
): DeliveryVariables {
  const { method } = delivery
  return {
    method,
    url: method === 'CUSTOM_WEBHOOK' ? delivery.url : undefined,
    secret: method === 'CUSTOM_WEBHOOK' ? secret : undefined,
    externalObjectStorageParameter:
      method === 'EXTERNAL_OBJECT_STORAGE'
        ? { externalObjectStorageId: delivery.externalObjectStorageId, prefix: delivery.prefix }
        : undefined,
  }
}

function isMethod(method: string): method is Delivery['method'] {
  return Object.hasOwn(fieldsOf, method)
}

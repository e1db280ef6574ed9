import { type Reply, textReply } from './reply.ts'

/** The errors of an S3-like storage. */
const errors = {
  NoSuchKey: [404, 'The specified key does not exist.'],
  AccessDenied: [403, 'Access Denied'],
  SignatureDoesNotMatch: [
    403,
    'The request signature we calculated does not match the signature you provided.',
  ],
  ExpiredToken: [400, 'The provided token has expired.'],
  InvalidArgument: [400, 'Only one auth mechanism allowed'],
  InvalidRange: [416, 'The requested range is not satisfiable'],
  PreconditionFailed: [412, 'At least one of the pre-conditions you specified did not hold'],
  SlowDown: [503, 'Please reduce your request rate.'],
  InternalError: [500, 'We encountered an internal error. Please try again.'],
} as const

/** The name of a storage error. */
export type StorageErrorCode = keyof typeof errors

/** The error document of a storage error. */
export function storageError(
  code: StorageErrorCode,
  details: { readonly xml?: string; readonly headers?: Reply['headers'] } = {},
): Reply {
  const [status, message] = errors[code]
  return errorDocument(
    status,
    `<Code>${code}</Code><Message>${message}</Message>${details.xml ?? ''}`,
    details.headers,
  )
}

/** What a storage says of a link that has died. */
export function expiredLink(expiresAt: number, now: number): Reply {
  const expires = new Date(expiresAt).toISOString()
  const server = new Date(now).toISOString()
  const xml = `<Code>AccessDenied</Code><Message>Request has expired</Message><Expires>${expires}</Expires><ServerTime>${server}</ServerTime>`
  return errorDocument(403, xml)
}

function errorDocument(status: number, xml: string, headers: Reply['headers'] = {}): Reply {
  const text = `<?xml version="1.0" encoding="UTF-8"?>\n<Error>${xml}</Error>`
  return textReply(text, 'application/xml', status, headers)
}

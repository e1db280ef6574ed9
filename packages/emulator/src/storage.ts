import { etagOf } from './export-files.ts'
import type { Incoming } from './incoming.ts'
import type { Reply } from './reply.ts'
import { type CheckedLink, checkLink } from './signature.ts'
import { expiredLink, storageError } from './storage-error.ts'

/** A file in the storage. */
export interface StoredFile {
  readonly bytes: Uint8Array
  readonly etag: string
}

/** Files by key, behind signed links. */
export interface Storage {
  put(key: string, bytes: Uint8Array): void
  get(key: string): StoredFile | undefined
  /** Reads a link; nothing is served by it. */
  check(request: Incoming): CheckedLink
  /** Answers a request for a file. */
  serve(request: Incoming): Reply
}

/** An empty storage. */
export function createStorage(secret: string, now: () => number): Storage {
  const files = new Map<string, StoredFile>()
  const check = ({ method, target }: Incoming): CheckedLink => checkLink(method, target, secret)
  return {
    check,
    put: (key, bytes) => void files.set(key, { bytes, etag: etagOf(bytes) }),
    get: (key) => files.get(key),
    serve(request) {
      if (request.headers.authorization !== undefined) return storageError('InvalidArgument')
      const link = check(request)
      if (link.type === 'bad-signature') return storageError('SignatureDoesNotMatch')
      if (now() >= link.expiresAt) return expiredLink(link.expiresAt, now())
      const file = files.get(link.key)
      if (file === undefined)
        return storageError('NoSuchKey', { xml: `<Key>${escapeXml(link.key)}</Key>` })
      return serveFile(file, request)
    },
  }
}

function serveFile({ bytes, etag }: StoredFile, { headers }: Incoming): Reply {
  const match = headers['if-match']
  if (match !== undefined && match !== '*' && match !== etag)
    return storageError('PreconditionFailed')
  const common = { etag, 'accept-ranges': 'bytes', 'content-type': 'application/octet-stream' }
  const range = /^bytes=(\d+)-(\d*)$/.exec(headers.range ?? '')
  if (range === null) return { status: 200, headers: common, body: bytes }
  const start = Number(range[1])
  const last = range[2] === '' ? bytes.length - 1 : Math.min(Number(range[2]), bytes.length - 1)
  if (start > last) {
    return storageError('InvalidRange', {
      xml: `<ActualObjectSize>${bytes.length}</ActualObjectSize>`,
      headers: { 'content-range': `bytes */${bytes.length}` },
    })
  }
  return {
    status: 206,
    headers: { ...common, 'content-range': `bytes ${start}-${last}/${bytes.length}` },
    body: bytes.subarray(start, last + 1),
  }
}

function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
}

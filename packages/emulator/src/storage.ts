import { etagOf } from './export-files.ts'
import type { Incoming } from './incoming.ts'
import type { Reply } from './reply.ts'
import { type CheckedLink, checkLink } from './signature.ts'
import { expiredLink, storageError } from './storage-error.ts'
import { heldFile, type StoredFile } from './stored-file.ts'

/** Files by key, behind signed links. */
export interface Storage {
  put(key: string, file: Uint8Array | StoredFile): void
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
    put: (key, file) =>
      void files.set(key, file instanceof Uint8Array ? heldFile(file, etagOf(file)) : file),
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

function serveFile(file: StoredFile, { headers }: Incoming): Reply {
  const { size, etag } = file
  const match = headers['if-match']
  if (match !== undefined && match !== '*' && match !== etag)
    return storageError('PreconditionFailed')
  const common = { etag, 'accept-ranges': 'bytes', 'content-type': 'application/octet-stream' }
  const range = /^bytes=(\d+)-(\d*)$/.exec(headers.range ?? '')
  if (range === null) return { status: 200, headers: common, ...contentOf(file, 0, size) }
  const start = Number(range[1])
  const last = range[2] === '' ? size - 1 : Math.min(Number(range[2]), size - 1)
  if (start > last) {
    return storageError('InvalidRange', {
      xml: `<ActualObjectSize>${size}</ActualObjectSize>`,
      headers: { 'content-range': `bytes */${size}` },
    })
  }
  return {
    status: 206,
    headers: { ...common, 'content-range': `bytes ${start}-${last}/${size}` },
    ...contentOf(file, start, last + 1),
  }
}

/** What is more than this is sent as it is made. */
const largestHeld = 33_554_432

function contentOf(file: StoredFile, start: number, end: number): Pick<Reply, 'body' | 'stream'> {
  if (end - start <= largestHeld) return { body: Buffer.concat([...file.read(start, end)]) }
  return {
    body: new Uint8Array(),
    stream: { length: end - start, chunks: () => file.read(start, end) },
  }
}

function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
}

import { gzipSync } from 'node:zlib'
import type { FaultFacts, FaultRow } from '../fault.ts'
import { oddZip } from '../odd-zips.ts'
import type { Reply } from '../reply.ts'
import { expiredLink, storageError } from '../storage-error.ts'
import { hugeZip } from '../stored-file.ts'

const download = ['download'] as const
const both = ['probe', 'download'] as const

/** What goes wrong at the storage. */
export const storageFaults = {
  'file-missing': { stages: both, instead: () => storageError('NoSuchKey') },
  'access-denied': { stages: both, instead: () => storageError('AccessDenied') },
  'link-expired': { stages: both, instead: ({ now }) => expiredLink(now, now) },
  'session-expired': { stages: both, instead: () => storageError('ExpiredToken') },
  'slow-down': {
    stages: both,
    instead: ({ settings: { retryAfter } }) =>
      storageError(
        'SlowDown',
        retryAfter === undefined ? {} : { headers: { 'retry-after': retryAfter } },
      ),
  },
  'internal-error': { stages: both, instead: () => storageError('InternalError') },
  /** Sends the client to the same file under another host name. */
  'moved-host': {
    stages: both,
    instead: ({ origin, target }) => ({
      status: 307,
      headers: { location: `${origin.replace('127.0.0.1', 'localhost')}${target}` },
      body: new Uint8Array(),
    }),
  },
  /** An error document under a status that says all is well. */
  'error-document': {
    stages: both,
    instead: () => ({ ...storageError('InternalError'), status: 200 }),
  },
  /** The whole file, whatever part was asked for. */
  'range-ignored': {
    stages: both,
    after: (reply, facts) => whole(reply, facts, { status: 200 }),
  },
  /** The connection ends after some bytes. */
  'cut-download': { stages: download, after: (reply, facts) => stop(reply, facts, 'cut') },
  'reset-download': { stages: download, after: (reply, facts) => stop(reply, facts, 'reset') },
  /** Nothing follows after some bytes, and the connection stays open. */
  stall: { stages: download, after: (reply, facts) => stop(reply, facts, 'silence') },
  /** More bytes are announced than there are, and the connection stays open. */
  'length-too-large': {
    stages: download,
    after: (reply) => ({ ...reply, announced: reply.body.length + 100, ending: 'silence' }),
  },
  /** The storage believes, and says everywhere, that the file is shorter than it is. */
  'length-too-small': { stages: both, after: (reply, facts) => shorten(reply, facts) },
  /** The end of the connection is the end of the file, and it comes too early. */
  'length-missing': {
    stages: download,
    after: (reply, { settings: { bytes } }) => ({
      ...reply,
      framing: 'connection-close',
      body: reply.body.slice(0, bytes ?? reply.body.length >> 1),
    }),
  },
  'chunk-missing': {
    stages: download,
    after: (reply, facts) => ({ ...stop(reply, facts, 'cut'), framing: 'chunked' }),
  },
  /** A part that starts elsewhere than asked. */
  'other-range': {
    stages: download,
    after(reply, { settings: { bytes = 7 } }) {
      const { 'content-range': range = '', ...headers } = reply.headers
      const moved = range.replace(/^bytes (\d+)/, (_, start) => `bytes ${Number(start) + bytes}`)
      return { ...reply, headers: { ...headers, 'content-range': moved } }
    },
  },
  'other-etag': {
    stages: download,
    after: (reply) => ({ ...reply, headers: { ...reply.headers, etag: '"0123456789abcdef"' } }),
  },
  /** Another file takes the place of the one that was announced. */
  'file-replaced': { stages: download, before: replace },
  'file-empty': {
    stages: both,
    before({ job, storage }) {
      if (job?.key !== undefined) storage.put(job.key, new Uint8Array())
    },
  },
  /** A valid zip of so many bytes takes the place of the file; nothing of it is held in memory. */
  'file-huge': {
    stages: ['probe'],
    before({ job, storage, settings: { bytes = 2_147_483_648 } }) {
      if (job?.key !== undefined) storage.put(job.key, hugeZip(bytes))
    },
  },
  /** A zip that nobody would expect takes the place of the file. */
  'odd-zip': {
    stages: ['probe'],
    before({ job, storage, settings: { zip } }) {
      if (job?.key !== undefined) storage.put(job.key, oddZip(zip))
    },
  },
  /** The bytes travel compressed although nobody asked for it. */
  compressed: {
    stages: both,
    after: (reply, facts) => {
      if (reply.status !== 200 && reply.status !== 206) return reply
      const { body, headers } = whole(reply, facts, {})
      return {
        status: reply.status,
        headers: { ...headers, 'content-encoding': 'gzip' },
        body: gzipSync(body),
      }
    },
  },
} as const satisfies Record<string, FaultRow>

/** The reply, with all bytes of the file in place of a part. */
function whole(
  reply: Reply,
  { job, storage }: FaultFacts,
  changes: { readonly status?: number },
): Reply {
  const file = job?.key === undefined ? undefined : storage.get(job.key)
  if (file === undefined || reply.status >= 300) return reply
  const { 'content-range': _, ...headers } = reply.headers
  return {
    ...reply,
    ...changes,
    body: Buffer.concat([...file.read(0, file.size)]),
    headers: changes.status === undefined ? reply.headers : headers,
  }
}

function stop(reply: Reply, { settings }: FaultFacts, ending: NonNullable<Reply['ending']>): Reply {
  const length = reply.stream?.length ?? reply.body.length
  return { ...reply, sent: settings.bytes ?? Math.floor(length / 2), ending }
}

function shorten(reply: Reply, { settings: { bytes = 20 } }: FaultFacts): Reply {
  const range = reply.headers['content-range']?.replace(/-(\d+)\/(\d+)$/, (_, last, total) => {
    const shorter = Number(total) - bytes
    return `-${Math.min(Number(last), shorter - 1)}/${shorter}`
  })
  const headers = range === undefined ? reply.headers : { ...reply.headers, 'content-range': range }
  const all = reply.body.length > 1
  return { ...reply, headers, ...(all ? { announced: reply.body.length - bytes } : {}) }
}

/** Puts a file of another length in place: a zip gets a comment, any other file a line feed. */
function replace({ job, storage, strike }: FaultFacts): void {
  const file = job?.key === undefined ? undefined : storage.get(job.key)
  if (job?.key === undefined || file === undefined) return
  const before = Buffer.concat([...file.read(0, file.size)])
  const end = before.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'))
  const extra = Buffer.from(end === -1 ? '\n' : `replaced ${strike}`)
  const bytes = Buffer.concat([before, extra])
  if (end !== -1) bytes.writeUInt16LE(bytes.length - end - endRecordBytes, end + endRecordBytes - 2)
  storage.put(job.key, new Uint8Array(bytes))
}

/** The end record of a zip; its last two bytes tell the length of the comment after it. */
const endRecordBytes = 22

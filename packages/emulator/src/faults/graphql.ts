import type { FaultFacts, FaultRow } from '../fault.ts'
import { unauthorizedReply } from '../graphql-endpoint.ts'
import { jsonReply, pageReply, type Reply, resetReply, textReply } from '../reply.ts'
import { bodyOf } from './body.ts'

const stages = ['request', 'status', 'job', 'list', 'read', 'create'] as const
const request = ['request'] as const
const status = ['status'] as const

/** What goes wrong at the GraphQL endpoint. */
export const graphqlFaults = {
  unauthorized: { stages, instead: () => unauthorizedReply },
  'unauthorized-http': { stages, instead: () => textReply('', 'text/plain', 401) },
  'graphql-error': {
    stages,
    instead: (facts) => jsonReply({ errors: [errorOf(facts)], data: null }),
  },
  'partial-data': {
    stages,
    after: (reply, facts) => jsonReply({ ...bodyOf(reply), errors: [errorOf(facts)] }),
  },
  page: { stages, instead: () => pageReply },
  'empty-answer': { stages, instead: () => textReply('', 'application/json') },
  'cut-json': {
    stages,
    after: (reply) => ({ ...reply, body: reply.body.slice(0, reply.body.length >> 1) }),
  },
  'http-status': {
    stages,
    instead: ({ settings: { status: code = 503, retryAfter } }) =>
      textReply(
        '',
        'text/plain',
        code,
        retryAfter === undefined ? {} : { 'retry-after': retryAfter },
      ),
  },
  /** The connection breaks before the server reads the request. */
  'reset-before': { stages, instead: () => resetReply },
  /** The server does what it is asked, and nobody hears of it. */
  'reset-after': { stages, after: () => resetReply },
  /** A server from before exports told the object's name. */
  'key-unknown': {
    stages: request,
    instead: ({ body }) =>
      /\bkey\b/.test(queryIn(body))
        ? refused('Cannot query field "key" on type "ExportRequestResult".')
        : undefined,
  },
  /** A server from before exports went to external storages. */
  'method-unknown': {
    stages: request,
    instead: ({ body }) => {
      const method = /"method":"(\w+)"/.exec(body)?.[1] ?? ''
      const message = `Variable "$input" got invalid value "${method}" at "input.method"; Value "${method}" does not exist in "GqlExportMethod" enum.`
      return refused(message)
    },
  },
  'no-link': {
    stages: request,
    after: (reply) => changeField(reply, { fileUrl: null, fileUrlExpiredAt: null }),
  },
  /** The job stands at other statuses than its own, one for each question; the last one stays. */
  statuses: {
    stages: status,
    after: (reply, { settings: { statuses = [] }, strike }) =>
      changeField(reply, {
        deliveryStatus: statuses[Math.min(strike, statuses.length - 1)] ?? 'QUEUED',
      }),
  },
  failed: {
    stages: status,
    after: (reply, { settings: { message = 'export.failed' } }) =>
      changeField(reply, {
        deliveryStatus: 'FAILED',
        errors: [
          {
            id: message,
            stack: `Error: ${message}\n    at exportDocuments`,
            args: { documentId: '0' },
          },
        ],
      }),
  },
  'no-job': {
    stages: ['job'],
    instead: () => jsonReply({ data: { getJob: null }, extensions: {} }),
  },
} as const satisfies Record<string, FaultRow>

/** A request that does not fit the schema is never executed. */
function refused(message: string): Reply {
  return jsonReply({ errors: [{ message, locations: [{ line: 1, column: 1 }] }] }, 400)
}

function queryIn(body: string): string {
  try {
    return String(Reflect.get(Object(JSON.parse(body)), 'query'))
  } catch {
    return ''
  }
}

function errorOf({ settings }: FaultFacts): object {
  return {
    message: settings.message ?? 'Something went wrong',
    extensions: { type: 'ServerError' },
  }
}

/** Changes some fields of the one object that a reply's data holds. */
function changeField(reply: Reply, fields: object): Reply {
  const { data, ...rest } = bodyOf(reply)
  if (typeof data !== 'object' || data === null) return reply
  const changed = Object.entries(data).map(([name, value]) => [name, { ...value, ...fields }])
  return jsonReply({ ...rest, data: Object.fromEntries(changed) })
}

import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { TurnableClock } from './clock.ts'
import type { Stage } from './fault.ts'
import {
  executeGraphql,
  projectOf,
  readGraphqlRequest,
  stageOf,
  unauthorizedReply,
} from './graphql-endpoint.ts'
import { type Incoming, readRequest } from './incoming.ts'
import type { Job, Jobs } from './jobs.ts'
import { fileIn, readForm, type UploadedFile } from './multipart.ts'
import type { Oauth } from './oauth.ts'
import { readFaults } from './read-faults.ts'
import { jsonReply, type Reply, send, textReply } from './reply.ts'
import type { Served } from './resolvers/served.ts'
import type { Scenario } from './scenario.ts'
import type { Storage } from './storage.ts'

/** The parts of the emulator that answer requests. */
export interface Platform {
  readonly oauth: Oauth
  readonly jobs: Jobs
  readonly storage: Storage
  readonly scenario: Scenario
  readonly clock: TurnableClock
  readonly origin: () => string
  readonly recorded: RecordedRequest[]
  readonly served: Served
  readonly uploads: Map<string, UploadedFile>
  /** Whether pages of other origins may read answers. */
  readonly cors: boolean
}

/** A request that came, for tests to look at. */
export interface RecordedRequest extends Incoming {
  /** When it had come, in milliseconds since 1970 by the emulator's clock. */
  readonly at: number
  /** Absent for requests that belong to no export. */
  readonly stage?: Stage
  /** The project it speaks of, where that can be told. */
  readonly project?: string
}

/** Answers one request. */
export async function serve(
  platform: Platform,
  message: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (platform.cors) {
    for (const [name, value] of Object.entries(crossOrigin)) response.setHeader(name, value)
  }
  response.setHeader('date', new Date(platform.clock.now()).toUTCString())
  let reply: Reply
  try {
    reply = await answer(platform, await readRequest(message))
  } catch (error) {
    const status = error instanceof RangeError ? 413 : 500
    reply = textReply(String(error), 'text/plain; charset=utf-8', status)
  }
  await send(reply, response)
}

/** A page that runs in a browser may talk to the emulator. */
const crossOrigin = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': 'authorization, content-type, range, if-match',
  'access-control-allow-methods': 'GET, POST, OPTIONS',
  'access-control-expose-headers': 'etag, content-range, content-length, retry-after, date',
} as const

async function answer(platform: Platform, request: Incoming): Promise<Reply> {
  const { method, path } = request
  if (method === 'OPTIONS') return { status: 204, headers: {}, body: new Uint8Array() }
  if (path.startsWith('/storage/')) return answerStorage(platform, request)
  if (method === 'POST') {
    if (path === '/api/oauth/token') {
      const { oauth } = platform
      return staged(platform, request, { stage: 'token' }, async () => oauth.grant(request))
    }
    if (path === '/graphql') return answerGraphql(platform, request)
    if (path === '/api/static/proxy/upload') {
      return staged(platform, request, { stage: 'upload' }, () => takeUpload(platform, request))
    }
    if (path.startsWith('/__emulator/')) return control(platform, request)
  }
  return textReply('Not found', 'text/plain', 404)
}

interface Step {
  readonly stage: Stage
  readonly project?: string | undefined
  readonly job?: Job | undefined
}

function staged(
  { scenario, storage, clock, origin, recorded }: Platform,
  request: Incoming,
  { stage, project, job }: Step,
  execute: () => Promise<Reply>,
): Promise<Reply> {
  const at = clock.now()
  recorded.push({ ...request, at, stage, ...(project === undefined ? {} : { project }) })
  const { target, body } = request
  const facts = { stage, project, job, storage, target, body, origin: origin(), now: at }
  return scenario.answer(facts, execute)
}

/** Takes a file for a project that will be made. */
async function takeUpload({ oauth, uploads }: Platform, request: Incoming): Promise<Reply> {
  if (!oauth.accepts(request)) return jsonReply({ error: 'unauthorized' }, 401)
  const form = await readForm(request)
  const file = form === undefined ? undefined : await fileIn(form, 'file')
  if (file === undefined) return jsonReply({ error: 'expected a form with the field "file"' }, 400)
  const ending = /\.\w+$/.exec(file.name)?.[0] ?? ''
  const objectKey = `temp/upload-proxy/${randomUUID()}${ending}`
  uploads.set(objectKey, file)
  return jsonReply({ objectKey })
}

async function answerGraphql(platform: Platform, request: Incoming): Promise<Reply> {
  const { oauth, jobs, served } = platform
  const asked = await readGraphqlRequest(request)
  const execute = async (): Promise<Reply> => {
    if (!oauth.accepts(request)) return unauthorizedReply
    if (asked === undefined)
      return jsonReply({ errors: [{ message: 'This is no GraphQL request.' }] }, 400)
    return executeGraphql(asked, served)
  }
  const stage = asked === undefined ? undefined : stageOf(asked)
  if (asked === undefined || stage === undefined) return execute()
  return staged(platform, request, { stage, project: projectOf(asked, jobs) }, execute)
}

function answerStorage(platform: Platform, request: Incoming): Promise<Reply> {
  const { storage, jobs } = platform
  const link = storage.check(request)
  const job = link.type === 'valid' ? jobs.ofKey(link.key) : undefined
  const stage = request.headers.range === 'bytes=0-0' ? 'probe' : 'download'
  return staged(platform, request, { stage, project: job?.projectId, job }, async () =>
    storage.serve(request),
  )
}

/** Sets faults and the clock from another process. */
function control({ scenario, clock }: Platform, { path, body }: Incoming): Reply {
  try {
    const json: unknown = JSON.parse(body)
    if (path === '/__emulator/scenario') {
      scenario.set(readFaults(json))
      return jsonReply({})
    }
    if (path === '/__emulator/clock') {
      const ms = Number(Reflect.get(Object(json), 'advanceMs'))
      if (!Number.isFinite(ms)) throw new RangeError('Expected advanceMs, a number.')
      clock.advance(ms)
      return jsonReply({ now: clock.now() })
    }
    return textReply('Not found', 'text/plain', 404)
  } catch (error) {
    return jsonReply({ error: error instanceof Error ? error.message : String(error) }, 400)
  }
}

import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { Format } from '@labelport/format'
import { type EmulatorClock, turnable } from './clock.ts'
import { createDeliveries, type Mail, type StoredObject } from './deliveries.ts'
import { createJobs } from './jobs.ts'
import type { UploadedFile } from './multipart.ts'
import { createOauth, type EmulatorCredentials } from './oauth.ts'
import type { EmulatedProject } from './project.ts'
import { sampleProjects } from './samples/projects.ts'
import { createScenario, type Fault } from './scenario.ts'
import { type RecordedRequest, serve } from './serve.ts'
import { createStorage } from './storage.ts'
import { type EmulatedTeam, sampleTeam } from './team.ts'
import type { HookRetries } from './webhook.ts'

/** What the emulator serves, and where. */
export interface EmulatorOptions {
  /** Formats that projects can be exported in; the API calls `tsv-iob` TSV_IOB. */
  readonly formats: readonly Format[]
  /** Absent means the sample projects. */
  readonly projects?: readonly EmulatedProject[]
  /** Absent or 0 means any free port. */
  readonly port?: number
  /** What tokens and links expire by. Absent means the machine's clock. */
  readonly clock?: EmulatorClock
  /** Absent means a team of a garden. */
  readonly team?: EmulatedTeam
  /** Whether pages of other origins may read answers. Absent means not, as with the service. */
  readonly cors?: boolean
  /** Where objects of external storages are kept as files, by storage id and key. Absent means in memory alone. */
  readonly objectFolder?: string
  /** How webhooks that do not answer are called again. Absent means not at all. */
  readonly hookRetries?: HookRetries
}

/** A server that is listening on this machine only. */
export interface Emulator {
  /** Without a slash at its end. */
  readonly url: string
  readonly credentials: EmulatorCredentials
  /** What was asked, in order. */
  requests(): readonly RecordedRequest[]
  /** Replaces the faults that lie in wait. */
  scenario(faults: readonly Fault[]): void
  /** The mails that exports would have sent. */
  outbox(): readonly Mail[]
  /** The objects in external storages, by `<storage id>/<key>`. */
  objects(): ReadonlyMap<string, StoredObject>
  /** What called webhooks answered, call by call; 0 is no answer. */
  hookStatuses(): readonly number[]
  /** Sets the emulator's clock forward, in milliseconds. */
  advance(ms: number): void
  close(): Promise<void>
}

/** Starts an emulator. */
export async function startEmulator(options: EmulatorOptions): Promise<Emulator> {
  const { formats, port = 0, team = sampleTeam, cors = false } = options
  const projects = [...(options.projects ?? sampleProjects)]
  const hookRetries = options.hookRetries ?? { times: 0, pauseMs: 0 }
  const clock = turnable(options.clock ?? { now: () => Date.now() })
  const { now } = clock
  const credentials = { clientId: 'emulator', clientSecret: randomBytes(16).toString('hex') }
  const secret = randomBytes(32).toString('hex')
  let url = ''
  const origin = (): string => url
  const storage = createStorage(secret, now)
  const scenario = createScenario()
  const deliveries = createDeliveries()
  const jobs = createJobs({
    projects,
    formats,
    team,
    storage,
    deliveries,
    scenario,
    hookRetries,
    objectFolder: options.objectFolder,
    secret,
    origin,
    now,
  })
  const uploads = new Map<string, UploadedFile>()
  const served = { jobs, team, projects, uploads, deliveries }
  const recorded: RecordedRequest[] = []
  const oauth = createOauth(credentials, now)
  const platform = {
    oauth,
    jobs,
    storage,
    scenario,
    clock,
    origin,
    recorded,
    served,
    uploads,
    cors,
  }
  const server = createServer((message, response) => void serve(platform, message, response))
  await new Promise<void>((listening, failed) => {
    server.once('error', failed)
    server.listen(port, '127.0.0.1', listening)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  url = `http://127.0.0.1:${address.port}`
  return {
    url,
    credentials,
    requests: () => [...recorded],
    scenario: (faults) => scenario.set(faults),
    outbox: () => [...deliveries.outbox],
    objects: () => deliveries.objects,
    hookStatuses: () => [...deliveries.hookStatuses],
    advance: (ms) => clock.advance(ms),
    close: () =>
      new Promise((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
}

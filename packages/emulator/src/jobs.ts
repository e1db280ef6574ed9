import { randomUUID } from 'node:crypto'
import type { Format } from '@labelport/format'
import { GraphQLError } from 'graphql'
import { callHook, type Deliveries } from './deliveries.ts'
import { type ExportField, type ExportInput, type ExportPlan, planExport } from './export-plan.ts'
import { keepObject } from './object-folder.ts'
import { type EmulatedProject, findDocument } from './project.ts'
import type { Scenario } from './scenario.ts'
import { linkLifeSeconds, signLink } from './signature.ts'
import type { Storage } from './storage.ts'
import type { EmulatedTeam } from './team.ts'
import type { HookRetries } from './webhook.ts'

/** An export, or a project being made. */
export interface Job {
  readonly id: string
  /** Absent when it belongs to no project. */
  readonly projectId?: string
  /** Of the file in the storage. Absent when it makes none. */
  readonly key?: string
  /** Of the project it makes. */
  readonly resultId?: string
  /** What became of it; never rejects. */
  readonly outcome: Promise<JobOutcome>
}

/** How a job ended. */
export type JobOutcome =
  | { readonly type: 'delivered' }
  | { readonly type: 'failed'; readonly error: Error }

/** The jobs of the emulator. */
export interface Jobs {
  /** Starts an export and gives what the API answers. Throws GraphQLError. */
  start(field: ExportField, input: ExportInput): Promise<object>
  /** Adds a job of another kind. */
  add(job: Job): void
  get(id: string): Job | undefined
  /** The project an export would be of; undefined when there is none. */
  projectOf(input: ExportInput): string | undefined
  /** The job whose file has that key. */
  ofKey(key: string): Job | undefined
}

/** What exports are made of. */
export interface JobSurroundings {
  readonly projects: readonly EmulatedProject[]
  readonly formats: readonly Format[]
  readonly team: EmulatedTeam
  readonly storage: Storage
  readonly deliveries: Deliveries
  readonly scenario: Scenario
  readonly hookRetries: HookRetries
  /** Absent means that objects of external storages are held in memory alone. */
  readonly objectFolder?: string | undefined
  readonly secret: string
  /** Of the server, without a slash at its end. */
  readonly origin: () => string
  readonly now: () => number
}

/** No jobs yet. */
export function createJobs(surroundings: JobSurroundings): Jobs {
  const { projects, storage, secret, origin, now } = surroundings
  const jobs = new Map<string, Job>()
  const byKey = new Map<string, Job>()
  return {
    async start(field, input) {
      const plan = planExport(field, input, surroundings)
      const id = `ExportQueue:${randomUUID()}`
      const key = `export/${plan.kind}/${plan.id}/${now()}-${jobs.size}/${plan.fileName}`
      const fileUrl = `${origin()}${signLink(key, now(), secret)}`
      const delivery = deliveryOf(input, { ...surroundings, id, fileUrl, plan })
      const made = plan.make().then(async (bytes): Promise<JobOutcome> => {
        if (delivery.kept) storage.put(key, bytes)
        await delivery.deliver(bytes)
        return { type: 'delivered' }
      })
      const outcome = made.catch(
        (error): JobOutcome => ({
          type: 'failed',
          error: error instanceof Error ? error : new Error(String(error)),
        }),
      )
      const { projectId } = plan
      const job: Job = { id, key, outcome, ...(projectId === undefined ? {} : { projectId }) }
      jobs.set(id, job)
      byKey.set(key, job)
      if (delivery.early) await outcome
      const linked = {
        fileUrl,
        fileUrlExpiredAt: new Date(now() + linkLifeSeconds * 1_000).toISOString(),
      }
      return { exportId: id, queued: true, ...(delivery.linked ? linked : {}), ...delivery.answer }
    },
    add: (job) => void jobs.set(job.id, job),
    get: (id) => jobs.get(id),
    projectOf: ({ documentId, projectId, projectIds }) =>
      documentId === undefined
        ? (projectId ?? projectIds?.[0])
        : findDocument(projects, documentId)?.project.id,
    ofKey: (key) => byKey.get(key),
  }
}

/** Where the file of an export goes. */
interface Delivery {
  /** Whether it lies in the emulator's own storage. */
  readonly kept: boolean
  /** Whether the answer has a link to it. */
  readonly linked: boolean
  /** Whether all is delivered before the answer is given. */
  readonly early?: boolean
  readonly answer?: object
  readonly deliver: (bytes: Uint8Array) => Promise<void> | void
}

interface Delivered extends JobSurroundings {
  readonly id: string
  readonly fileUrl: string
  readonly plan: ExportPlan
}

function deliveryOf(input: ExportInput, about: Delivered): Delivery {
  const { deliveries, scenario, plan, id, fileUrl, team, hookRetries, objectFolder, now } = about
  switch (input.method ?? 'FILE_STORAGE') {
    case 'FILE_STORAGE':
      return { kept: true, linked: true, deliver: () => {} }
    case 'EMAIL': {
      const mail = { to: team.owner.email, exportId: id, fileUrl }
      return { kept: true, linked: false, deliver: () => void deliveries.outbox.push(mail) }
    }
    case 'CUSTOM_WEBHOOK': {
      const { url, secret, documentId } = input
      if (!url || !secret) throw new GraphQLError('CUSTOM_WEBHOOK needs url and secret')
      const { projectId } = plan
      const payload = { userId: 111, fileUrl, projectId, ...(documentId ? { documentId } : {}) }
      const faults = scenario.hook(projectId)
      const early = faults.some(({ fault }) => fault.fault === 'hook-early')
      const means = { retries: hookRetries, statuses: deliveries.hookStatuses }
      const deliver = () => callHook({ url, secret, payload }, faults, means)
      return { kept: true, linked: false, early, deliver }
    }
    case 'EXTERNAL_OBJECT_STORAGE': {
      const { externalObjectStorageId = '', prefix } = input.externalObjectStorageParameter ?? {}
      if (!team.storages.some((storage) => storage.id === externalObjectStorageId)) {
        throw new GraphQLError('External object storage not found')
      }
      const key = `${prefix ? `${prefix.replace(/\/$/, '')}/` : ''}${plan.id}/${plan.fileName}`
      return {
        kept: false,
        linked: false,
        answer: { key },
        async deliver(bytes) {
          if (objectFolder !== undefined) {
            await keepObject(objectFolder, externalObjectStorageId, key, bytes)
          }
          const createdAt = new Date(now()).toISOString()
          deliveries.objects.set(`${externalObjectStorageId}/${key}`, { bytes, createdAt })
        },
      }
    }
    default:
      throw new GraphQLError(`Export method ${input.method} is not allowed for this role`)
  }
}

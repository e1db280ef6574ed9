import { randomUUID } from 'node:crypto'
import type { Format } from '@labelport/format'
import { GraphQLError } from 'graphql'
import { type CabinetRole, documentFile, projectZip } from './export-files.ts'
import { type EmulatedProject, findDocument } from './project.ts'
import { linkLifeSeconds, signLink } from './signature.ts'
import type { Storage } from './storage.ts'

/** An export that was asked for. */
export interface Job {
  readonly exportId: string
  readonly projectId: string
  /** Of the file in the storage. */
  readonly key: string
  /** What became of it; never rejects. */
  readonly outcome: Promise<JobOutcome>
}

/** How a job ended. */
export type JobOutcome =
  | { readonly type: 'delivered' }
  | { readonly type: 'failed'; readonly error: Error }

/** The fields of an export's input that the emulator heeds. */
export interface ExportInput {
  readonly projectIds?: readonly string[]
  readonly documentId?: string
  readonly fileName: string
  readonly format: string
  readonly filteredCabinetRole?: CabinetRole | null
}

/** The exports of the emulator. */
export interface Jobs {
  /** Starts an export and returns what the API answers. Throws GraphQLError. */
  start(input: ExportInput): object
  get(exportId: string): Job | undefined
  /** The project an export would be of; undefined when there is none. */
  projectOf(input: Partial<ExportInput>): string | undefined
  /** The job whose file has that key. */
  ofKey(key: string): Job | undefined
}

/** What exports are made of. */
export interface JobSurroundings {
  readonly projects: readonly EmulatedProject[]
  readonly formats: readonly Format[]
  readonly storage: Storage
  readonly secret: string
  /** Of the server, without a slash at its end. */
  readonly origin: () => string
  readonly now: () => number
}

/** No exports yet. */
export function createJobs({
  projects,
  formats,
  storage,
  secret,
  origin,
  now,
}: JobSurroundings): Jobs {
  const jobs = new Map<string, Job>()
  const formatNamed = (name: string): Format => {
    const id = name.toLowerCase().replaceAll('_', '-')
    const format = formats.find((candidate) => candidate.id === id)
    if (format === undefined) throw new GraphQLError(`Unsupported export format ${name}`)
    return format
  }
  const plan = (input: ExportInput): Plan => {
    const format = formatNamed(input.format)
    if (input.documentId !== undefined) {
      const found = findDocument(projects, input.documentId)
      if (found === undefined) throw new GraphQLError('Document not found')
      const ending = format.extensions[0] ?? ''
      return {
        kind: 'document',
        projectId: found.project.id,
        id: found.document.id,
        ending,
        make: () => documentFile(found.document, format),
      }
    }
    const [id = ''] = input.projectIds ?? []
    const project = projects.find((candidate) => candidate.id === id)
    if (project === undefined) throw new GraphQLError('Project not found')
    const role = input.filteredCabinetRole ?? undefined
    return {
      kind: 'project',
      projectId: id,
      id,
      ending: '.zip',
      make: () => projectZip(project, format, role),
    }
  }
  return {
    start(input) {
      const { kind, projectId, id, ending, make } = plan(input)
      const exportId = `ExportQueue:${randomUUID()}`
      const key = `export/${kind}/${id}/${now()}-${jobs.size}/${input.fileName}${ending}`
      const outcome = make().then(
        (bytes): JobOutcome => {
          storage.put(key, bytes)
          return { type: 'delivered' }
        },
        (error): JobOutcome => ({
          type: 'failed',
          error: error instanceof Error ? error : new Error(String(error)),
        }),
      )
      jobs.set(exportId, { exportId, projectId, key, outcome })
      return {
        exportId,
        fileUrl: `${origin()}${signLink(key, now(), secret)}`,
        fileUrlExpiredAt: new Date(now() + linkLifeSeconds * 1_000).toISOString(),
        queued: true,
      }
    },
    get: (exportId) => jobs.get(exportId),
    projectOf: ({ documentId, projectIds }) =>
      documentId === undefined ? projectIds?.[0] : findDocument(projects, documentId)?.project.id,
    ofKey: (key) => [...jobs.values()].find((job) => job.key === key),
  }
}

interface Plan {
  readonly kind: 'project' | 'document'
  readonly projectId: string
  readonly id: string
  readonly ending: string
  readonly make: () => Promise<Uint8Array>
}

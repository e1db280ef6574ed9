import { withExtra } from './ask-export.ts'
import { call } from './call.ts'
import type { ExtraInput } from './export-content.ts'
import { CreateProjectOperation } from './generated/graphql.ts'
import { waitForJob } from './job.ts'
import type { SendOptions } from './options.ts'
import type { Session } from './session.ts'
import { uploadFile } from './upload.ts'

/** What makes projects, and what is not covered by anything else. */
export interface Uploading {
  /** Uploads a file and gives the key under which a project can take it. */
  upload(file: NamedFile, signal?: AbortSignal): Promise<string>
  /** Uploads files, has a project made of them, waits until it is made, and gives its id. */
  createProject(input: NewProject, options?: SendOptions): Promise<string>
  /** Executes any operation. Files among its variables are sent along as a multipart request. */
  request(operation: AnyOperation, signal?: AbortSignal): Promise<unknown>
}

/** A file to upload. */
export interface NamedFile {
  readonly name: string
  readonly content: Blob
}

/** A project to make. */
export interface NewProject {
  readonly name: string
  /** Absent means the personal workspace. */
  readonly teamId?: string
  readonly kind:
    | 'TOKEN_BASED'
    | 'ROW_BASED'
    | 'DOCUMENT_BASED'
    | 'BBOX_BASED'
    | (string & Record<never, never>)
  readonly files: readonly NamedFile[]
  /** What else the server wants of a project: labels, assignments, settings. */
  readonly extraInput?: ExtraInput
}

/** A GraphQL operation as text. */
export interface AnyOperation {
  readonly query: string
  readonly variables?: Readonly<Record<string, unknown>>
  /** Whether it may be sent again when an answer is lost. Absent means not. */
  readonly repeatable?: boolean
}

/** Where files go: the service has a host of its own for them, other servers take them themselves. */
export function uploadUrlOf(baseUrl: string): string {
  const host = /^https:\/\/(?:app\.)?datasaur\.ai$/.test(baseUrl)
    ? 'https://upload.datasaur.ai'
    : baseUrl
  return `${host}/api/static/proxy/upload`
}

/** Uploads of a session. */
export function createUploading(session: Session, uploadUrl: string): Uploading {
  const upload: Uploading['upload'] = (file, signal) => uploadFile(session, uploadUrl, file, signal)
  return {
    upload,
    async createProject({ name, teamId, kind, files, extraInput }, options = {}) {
      const { signal, limits } = options
      const documents = []
      for (const file of files) {
        const objectKey = await upload(file, signal)
        documents.push({ document: { name: file.name, objectKey } })
      }
      // The server checks the kind; servers learn new ones.
      const documentSettings = { kind: kind as 'TOKEN_BASED' }
      const input = withExtra(session, { name, teamId, documents, documentSettings }, extraInput)
      const { createProject } = await call(session, {
        document: CreateProjectOperation,
        variables: { input },
        repeatable: false,
        signal,
      })
      const jobId = String(createProject.job.id)
      const patient = { ...session, limits: { ...session.limits, ...limits } }
      const projectId = await waitForJob(patient, jobId, signal)
      return projectId
    },
    request: ({ query, variables = {}, repeatable = false }, signal) =>
      call(session, {
        document: query,
        variables,
        repeatable,
        signal,
      }),
  }
}

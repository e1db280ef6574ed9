import { randomBytes, randomUUID } from 'node:crypto'
import { type Cabinet, emptySchema, type LabeledDocument } from '@labelport/model'
import { GraphQLError } from 'graphql'
import type { UploadedFile } from './multipart.ts'
import type { EmulatedProject, ProjectKind } from './project.ts'
import type { Served } from './resolvers/served.ts'
import { cellsOf } from './samples/text.ts'

/** What a project is to be made of. */
export interface LaunchInput {
  readonly name: string
  readonly teamId?: string | null
  readonly documents: readonly {
    readonly document: {
      readonly name: string
      readonly objectKey?: string | null
      readonly file?: UploadedFile | null
    }
  }[]
  readonly documentSettings?: { readonly kind?: ProjectKind | null } | null
}

/** Makes a project of uploaded texts and gives what the API answers. Throws GraphQLError. */
export function createProject(served: Served, input: LaunchInput): object {
  const { jobs, projects, uploads, team } = served
  const id = randomBytes(8).toString('base64url')
  const files = input.documents.map(({ document: { name, objectKey, file } }) => {
    const uploaded = file ?? uploads.get(objectKey ?? '')
    if (uploaded === undefined) throw new GraphQLError(`Object not found: ${objectKey ?? name}`)
    return { name, text: new TextDecoder().decode(uploaded.bytes) }
  })
  const { email, displayName, id: userId } = team.owner
  const user = { id: userId, name: displayName, email }
  const cabinetOf = (role: Cabinet['role']): EmulatedProject['cabinets'][number] => {
    const cabinet: Cabinet = { role, user }
    const documents = files.map(
      ({ name, text }, index): LabeledDocument => ({
        id: `${id}-${role}-${index}`,
        name,
        part: 0,
        tasks: ['token'],
        cells: cellsOf(text.replace(/\r?\n$/, '').split(/\r?\n/)),
        media: [],
        annotations: [],
        comments: [],
        schema: emptySchema,
        project: { id, name: input.name },
        cabinet,
      }),
    )
    return { cabinet, documents }
  }
  projects.push({
    id,
    name: input.name,
    tags: [],
    kinds: [input.documentSettings?.kind ?? 'TOKEN_BASED'],
    status: 'CREATED',
    cabinets: [cabinetOf('review'), cabinetOf('root')],
    ...(input.teamId ? { teamId: input.teamId } : {}),
  })
  const jobId = `CreateProject:${randomUUID()}`
  const outcome = Promise.resolve({ type: 'delivered' } as const)
  jobs.add({ id: jobId, projectId: id, resultId: id, outcome })
  return { job: { id: jobId, status: 'QUEUED', errors: [] }, name: input.name }
}

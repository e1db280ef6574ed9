import { buildSchema, type GraphQLSchema, graphql, Kind, parse } from 'graphql'
import type { Stage } from './fault.ts'
import { schemaText } from './generated/schema.ts'
import type { Incoming } from './incoming.ts'
import type { Jobs } from './jobs.ts'
import { readForm, readOperations } from './multipart.ts'
import { jsonReply, type Reply } from './reply.ts'
import { exportResolvers } from './resolvers/exports.ts'
import { projectResolvers } from './resolvers/projects.ts'
import type { Served } from './resolvers/served.ts'
import { teamResolvers } from './resolvers/team.ts'

/** The body of a GraphQL request. */
export interface GraphqlRequest {
  readonly query: string
  readonly operationName?: string
  readonly variables: Readonly<Record<string, unknown>>
  /** The fields asked for at the root. */
  readonly fields: readonly string[]
}

const schema: GraphQLSchema = buildSchema(schemaText)

/** Reads the body; undefined when it is no GraphQL request. */
export async function readGraphqlRequest(request: Incoming): Promise<GraphqlRequest | undefined> {
  try {
    const form = await readForm(request)
    const asked: unknown =
      form === undefined ? JSON.parse(request.body) : await readOperations(form)
    const { query, operationName, variables } = Object(asked)
    if (typeof query !== 'string') return undefined
    const fields = parse(query).definitions.flatMap((definition) =>
      definition.kind === Kind.OPERATION_DEFINITION
        ? definition.selectionSet.selections.flatMap((selection) =>
            selection.kind === Kind.FIELD ? [selection.name.value] : [],
          )
        : [],
    )
    const named = typeof operationName === 'string' ? { operationName } : {}
    return { query, fields, variables: variables ?? {}, ...named }
  } catch {
    return undefined
  }
}

/** What a token that is not accepted is answered. */
export const unauthorizedReply: Reply = jsonReply({
  errors: [{ message: 'Unauthorized', extensions: { type: 'AuthenticationError' } }],
  data: null,
  extensions: {},
})

/** Executes a request over the client's schema. */
export async function executeGraphql(request: GraphqlRequest, served: Served): Promise<Reply> {
  const { query, operationName, variables } = request
  const result = await graphql({
    schema,
    source: query,
    rootValue: {
      ...exportResolvers(served),
      ...projectResolvers(served),
      ...teamResolvers(served),
    },
    variableValues: variables,
    ...(operationName === undefined ? {} : { operationName }),
  })
  // Requests that do not fit the schema never reach execution and have no data.
  const status = result.data === undefined ? 400 : 200
  return jsonReply({ ...result, extensions: {} }, status)
}

/** Which step a request belongs to; undefined for none. */
export function stageOf({ fields }: GraphqlRequest): Stage | undefined {
  for (const field of fields) {
    if (field.startsWith('export')) return 'request'
    const stage = stages[field]
    if (stage !== undefined) return stage
    if (field.startsWith('get') || field === 'me') return 'read'
  }
  return undefined
}

const stages: Readonly<Record<string, Stage>> = {
  getExportDeliveryStatus: 'status',
  getJob: 'job',
  getProjects: 'list',
  createProject: 'create',
}

/** The project a request speaks of; undefined when it cannot be told. */
export function projectOf({ variables }: GraphqlRequest, jobs: Jobs): string | undefined {
  const id = variables.exportId ?? variables.jobId
  if (typeof id === 'string') return jobs.get(id)?.projectId
  const about: unknown = variables.input ?? variables
  return typeof about === 'object' && about !== null ? jobs.projectOf(about) : undefined
}

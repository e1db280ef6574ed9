import { buildSchema, type GraphQLSchema, graphql, Kind, parse } from 'graphql'
import type { Stage } from './fault.ts'
import { schemaText } from './generated/schema.ts'
import type { Incoming } from './incoming.ts'
import type { ExportInput, Jobs } from './jobs.ts'
import { jsonReply, type Reply } from './reply.ts'

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
export function readGraphqlRequest({ body }: Incoming): GraphqlRequest | undefined {
  try {
    const { query, operationName, variables } = JSON.parse(body)
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
export async function executeGraphql(request: GraphqlRequest, jobs: Jobs): Promise<Reply> {
  const { query, operationName, variables } = request
  const result = await graphql({
    schema,
    source: query,
    rootValue: resolvers(jobs),
    variableValues: variables,
    ...(operationName === undefined ? {} : { operationName }),
  })
  // Requests that do not fit the schema never reach execution and have no data.
  const status = result.data === undefined ? 400 : 200
  return jsonReply({ ...result, extensions: {} }, status)
}

/** Which step of an export a request belongs to; undefined for none. */
export function stageOf({ fields }: GraphqlRequest): Stage | undefined {
  for (const field of fields) {
    if (field.startsWith('exportText')) return 'request'
    if (field === 'getExportDeliveryStatus') return 'status'
    if (field === 'getJob') return 'job'
  }
  return undefined
}

/** The project a request speaks of; undefined when it cannot be told. */
export function projectOf({ variables }: GraphqlRequest, jobs: Jobs): string | undefined {
  const id = variables.exportId ?? variables.jobId
  if (typeof id === 'string') return jobs.get(id)?.projectId
  return typeof variables.input === 'object' && variables.input !== null
    ? jobs.projectOf(variables.input)
    : undefined
}

function resolvers(jobs: Jobs): object {
  const standing = async (exportId: string): Promise<object | undefined> => {
    const outcome = await jobs.get(exportId)?.outcome
    if (outcome === undefined) return undefined
    if (outcome.type === 'delivered') return { status: 'DELIVERED', errors: [] }
    const { name, message, stack } = outcome.error
    const errors = [
      { id: 'export.failed', stack: stack ?? `${name}: ${message}`, args: { message } },
    ]
    return { status: 'FAILED', errors }
  }
  const start = ({ input }: { readonly input: ExportInput }): object => jobs.start(input)
  return {
    exportTextProject: start,
    exportTextProjectDocument: start,
    getExportDeliveryStatus: async ({ exportId }: { readonly exportId: string }) => {
      const found = await standing(exportId)
      return found === undefined
        ? { deliveryStatus: 'NONE', errors: [] }
        : { ...found, deliveryStatus: Reflect.get(found, 'status') }
    },
    getJob: async ({ jobId }: { readonly jobId: string }) => {
      const found = await standing(jobId)
      return found === undefined ? null : { id: jobId, ...found }
    },
  }
}

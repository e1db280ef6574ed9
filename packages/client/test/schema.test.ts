import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import {
  buildClientSchema,
  buildSchema,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isObjectType,
  parse,
  validate,
} from 'graphql'
import { describe, expect, it } from 'vitest'
import * as generated from '../src/generated/graphql.ts'

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url))
const schema = buildSchema(readFileSync(path('../graphql/schema.graphql'), 'utf8'))

/** What the server's description of 2023 does not tell: learned later, or outside the part that lies here. */
const later: readonly string[] = [
  'ExportRequestResult.key',
  'ExportTextProjectInput.externalObjectStorageParameter',
  'ExportTextProjectDocumentInput.externalObjectStorageParameter',
  'ExternalObjectStorageParameterInput.externalObjectStorageId',
  'ExternalObjectStorageParameterInput.prefix',
  'GqlExportMethod.EXTERNAL_OBJECT_STORAGE',
  'Mutation.createProject',
  'Mutation.createProject(input)',
  'LaunchProjectInput.name',
  'LaunchProjectInput.teamId',
  'LaunchProjectInput.documents',
  'LaunchProjectInput.documentSettings',
  'LaunchDocumentSettingsInput.kind',
  'LaunchDocumentInput.document',
  'UploadedDocumentInput.name',
  'UploadedDocumentInput.objectKey',
  'UploadedDocumentInput.externalUrl',
  'UploadedDocumentInput.file',
  'ProjectLaunchJob.job',
  'ProjectLaunchJob.name',
  'Upload',
  'Query.getExternalObjectMeta',
  'Query.getExternalObjectMeta(externalObjectStorageId)',
  'Query.getExternalObjectMeta(objectKeys)',
  'ObjectMeta.key',
  'ObjectMeta.sizeInBytes',
  'ObjectMeta.createdAt',
]

/** Operations that the description knows nothing of; all others fit it, so older servers execute them. */
const laterOperations = new Set([
  'CreateProject',
  'GetExternalObjectMeta',
  'ExportTextProjectWithKey',
  'ExportTextProjectDocumentWithKey',
])

const operations = Object.values(generated)
  .filter((one) => one instanceof generated.TypedDocumentString)
  .map((operation) => {
    const text = operation.toString()
    return [/^(?:query|mutation) (\w+)/.exec(text.trim())?.[1] ?? '', text] as const
  })

/** Every member of the schema with its type, such as `Query.getJob(jobId: String!): Job`. */
function membersOf(source: GraphQLSchema, names: readonly string[]): ReadonlyMap<string, string> {
  const members = new Map<string, string>()
  for (const name of names) {
    const type = source.getType(name)
    if (isObjectType(type)) {
      for (const field of Object.values(type.getFields())) {
        members.set(`${name}.${field.name}`, String(field.type))
        for (const arg of field.args)
          members.set(`${name}.${field.name}(${arg.name})`, String(arg.type))
      }
    } else if (isInputObjectType(type)) {
      for (const field of Object.values(type.getFields()))
        members.set(`${name}.${field.name}`, String(field.type))
    } else if (isEnumType(type)) {
      for (const { name: value } of type.getValues()) members.set(`${name}.${value}`, 'value')
    } else if (type !== undefined) members.set(name, 'scalar')
  }
  return members
}

describe('the schema', () => {
  const introspection = path('../../../../shared/spec/datasaur-introspection-subset.json')
  const known = existsSync(introspection)

  it.skipIf(!known)('says of every member what the server’s own description says', () => {
    const server = buildClientSchema(JSON.parse(readFileSync(introspection, 'utf8')))
    const names = Object.keys(schema.getTypeMap()).filter((name) => !name.startsWith('__'))
    const theirs = membersOf(server, names)
    const ours = membersOf(schema, names)
    expect(ours.size).toBeGreaterThan(40)
    for (const [member, type] of ours) {
      if (!later.includes(member)) expect([member, theirs.get(member)]).toEqual([member, type])
    }
    expect(later.filter((member) => !ours.has(member) || theirs.has(member))).toEqual([])
  })

  it.skipIf(!known)('demands everything that the server demands of an input', () => {
    const server = buildClientSchema(JSON.parse(readFileSync(introspection, 'utf8')))
    const inputs = Object.keys(schema.getTypeMap()).filter(
      (name) => /Input$/.test(name) && server.getType(name) !== undefined,
    )
    expect(inputs.length).toBeGreaterThan(8)
    for (const name of inputs) {
      const demanded = [...membersOf(server, [name])].filter(([, type]) => type.endsWith('!'))
      for (const [member, type] of demanded)
        expect(membersOf(schema, [name]).get(member)).toBe(type)
    }
  })

  it.each(operations)('allows the operation %s', (name, text) => {
    expect(name).not.toBe('')
    expect(validate(schema, parse(text))).toEqual([])
  })

  it.skipIf(!known).each(operations)('lets older servers execute %s', (name, text) => {
    const server = buildClientSchema(JSON.parse(readFileSync(introspection, 'utf8')))
    const problems = validate(server, parse(text)).map(({ message }) => message)
    if (laterOperations.has(name)) expect(problems.join()).toMatch(/Cannot query|Unknown type/)
    else expect(problems).toEqual([])
  })

  it('is what the generated files were generated from', () => {
    const check = (): Buffer =>
      execFileSync(
        process.execPath,
        [
          path('../../../node_modules/@graphql-codegen/cli/esm/bin.js'),
          '--config',
          'codegen.yml',
          '--check',
        ],
        {
          cwd: path('../../..'),
          stdio: 'pipe',
        },
      )
    expect(check).not.toThrow()
  })
})

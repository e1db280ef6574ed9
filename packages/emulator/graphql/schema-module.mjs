import { printSchema } from 'graphql'

/** A plugin of graphql-codegen: the schema as a string, so that a published emulator carries it. */
export const plugin = (schema) => {
  const text = printSchema(schema).replace(/[\\`$]/g, '\\$&')
  return `/** The client's GraphQL schema. */\nexport const schemaText = \`${text}\n\`\n`
}

import { type Command, commonFlags, type Flag } from '../command.ts'
import { connectionNames } from './config.ts'

/** The JSON Schema of a configuration in labelport's own form, made from the flags of commands. */
export function configSchema(commands: readonly Command[]): object {
  const setting = (description: string): object => ({
    description,
    $ref: '#/definitions/setting',
  })
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Configuration of labelport',
    description:
      'What the command line need not tell. Flags win over the environment, and the environment over this file.',
    ...object({
      $schema: { type: 'string' },
      connection: {
        description: 'How to reach a server, where the environment does not say it.',
        ...object(mapped(connectionNames, setting)),
      },
      ...Object.fromEntries(commands.map((command) => [command.name, sectionOf(command)])),
    }),
    definitions: {
      setting: {
        oneOf: [
          { type: 'string' },
          {
            description: 'The environment variable that has the value.',
            ...object({ env: { type: 'string', minLength: 1 } }),
            required: ['env'],
          },
        ],
      },
    },
  }
}

function sectionOf({ name, flags }: Command): object {
  const own = Object.fromEntries(
    Object.entries(flags).filter(([flag]) => !Object.hasOwn(commonFlags, flag)),
  )
  return { description: `Flags of labelport ${name}.`, ...object(mapped(own, propertyOf)) }
}

function propertyOf(flag: Flag): object {
  const { help: description } = flag
  switch (flag.type) {
    case 'switch':
      return { description, type: 'boolean', default: false }
    case 'value': {
      const usual = flag.default === undefined ? {} : { default: flag.default }
      return { description, type: ['string', 'number'], ...usual }
    }
    case 'values':
      return { description, type: 'array', items: { type: 'string' } }
    default:
      return flag satisfies never
  }
}

function object(properties: object): object {
  return { type: 'object', properties, additionalProperties: false }
}

function mapped<Value>(
  values: Readonly<Record<string, Value>>,
  to: (value: Value) => object,
): object {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, to(value)]))
}

import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import { type Command, commonFlags } from '../src/command.ts'
import { commands } from '../src/commands.ts'
import { readConfig } from '../src/config/read-config.ts'
import { configSchema } from '../src/config/schema.ts'
import { UsageError } from '../src/exit.ts'
import { temporaryFolder } from './io.ts'

const loaded: readonly Command[] = await Promise.all(commands.map(({ load }) => load()))

/** A configuration with every setting there is. */
const complete = {
  $schema: './node_modules/labelport/schema/config.schema.json',
  connection: {
    baseUrl: 'https://labels.example.org',
    clientId: 'garden',
    clientSecret: { env: 'GARDEN_SECRET' },
    clientSecretFile: 'secret.txt',
    webhookSecret: { env: 'GARDEN_HOOK' },
  },
  ...Object.fromEntries(
    loaded.map(({ name, flags }) => [
      name,
      Object.fromEntries(
        Object.entries(flags)
          .filter(([flag]) => !Object.hasOwn(commonFlags, flag))
          .map(([flag, { type }]) => [
            flag,
            type === 'switch' ? true : type === 'value' ? 'a' : ['a'],
          ]),
      ),
    ]),
  ),
}

const replacements: readonly unknown[] = [
  ...[null, true, 3, -0.5, 'x', '', [], ['x'], ['x', 3], {}],
  ...[{ env: 'X' }, { env: '' }, { env: 3 }, { env: 'X', more: 'x' }],
]

/** The same value with one place of it replaced, for every place and replacement. */
function* variants(value: unknown): Generator<unknown> {
  yield* replacements
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return
  yield { ...value, unheardOf: 'x' }
  for (const [name, part] of Object.entries(value)) {
    for (const variant of variants(part)) yield { ...value, [name]: variant }
  }
}

const validate = new Ajv({ allowUnionTypes: true }).compile(configSchema(loaded))

describe('the JSON Schema of a configuration', () => {
  // Written by: node scripts/config-schema.mjs
  it('lies beside the program, made from the flags of commands', async () => {
    await expect(`${JSON.stringify(configSchema(loaded), null, 2)}\n`).toMatchFileSnapshot(
      '../schema/config.schema.json',
    )
    const manifest = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8'))
    expect(manifest.files).toContain('schema')
  })

  it('accepts what is read, and refuses what is refused', async () => {
    const place = await temporaryFolder()
    const accepts = async (value: unknown): Promise<boolean> => {
      await writeFile(join(place, 'x.json'), JSON.stringify(value))
      return readConfig('x.json', { cwd: place }, commands).then(
        () => true,
        (error: unknown) => {
          if (error instanceof UsageError) return false
          throw error
        },
      )
    }
    expect([validate(complete), await accepts(complete)]).toEqual([true, true])
    const verdicts = { accepted: 0, refused: 0 }
    for (const value of variants(complete)) {
      const accepted = await accepts(value)
      expect(validate(value), JSON.stringify(value)).toBe(accepted)
      verdicts[accepted ? 'accepted' : 'refused'] += 1
    }
    expect(verdicts.accepted).toBeGreaterThan(200)
    expect(verdicts.refused).toBeGreaterThan(800)
  })
})

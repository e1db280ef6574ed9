// Writes the JSON Schema of the command line's configuration from its flags. The test that compares it can also write it.
import { run } from './process.mjs'

const test = 'apps/cli/test/config-schema.test.ts'
process.exitCode = await run(process.execPath, [
  'node_modules/vitest/vitest.mjs',
  'run',
  test,
  '--update',
])

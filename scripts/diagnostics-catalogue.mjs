// Writes docs/diagnostics.md and what `labelport explain` knows, from the READMEs. The test that compares also writes.
import { run } from './process.mjs'

const vitest = [
  'node_modules/vitest/vitest.mjs',
  'run',
  'test/diagnostics-catalogue.test.ts',
  '--update',
]
process.exitCode = await run(process.execPath, vitest)

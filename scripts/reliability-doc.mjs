// Writes the table of docs/reliability.md from the names of the tests. The test that compares it can also write it.
import { run } from './process.mjs'

const test = 'test/reliability-doc.test.ts'
process.exitCode = await run(process.execPath, [
  'node_modules/vitest/vitest.mjs',
  'run',
  test,
  '--update',
])

// Converts the same labels with labelport and its peers and writes what comes back into docs/comparison.md.
import { mkdirSync } from 'node:fs'
import { preparePython } from './interop-environment.mjs'
import { run } from './process.mjs'

mkdirSync('.artifacts/interop-output', { recursive: true })
const reason = await preparePython()
if (reason !== undefined) {
  console.log(`Nothing is compared: ${reason}.`)
  process.exitCode = 1
} else {
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--config', 'vitest.interop.config.ts']
  const test = 'test/interop/comparison.interop.test.ts'
  process.exitCode = await run(process.execPath, [...vitest, test, '--update'])
}
